import { join } from 'node:path';
import { build } from 'vite';
import { builtOnce } from '../setup/builtOnce.ts';
import type { Chain } from '../setup/chain.ts';
import { type RunningServer, serveFolder } from '../setup/serve.ts';
import type { DemoConfig } from './page/config.ts';

const PAGE = join(import.meta.dirname, 'page');

/** Builds the demo page and serves it, told where the contracts of this chain are. */
export async function serveDemo(chain: Chain, port = 0): Promise<RunningServer> {
  const folder = await builtOnce('demo', [PAGE], async (outDir) => {
    await build({
      configFile: false,
      root: PAGE,
      logLevel: 'error',
      build: { outDir, emptyOutDir: false, target: 'es2022' },
    });
  });
  return serveFolder(folder, { '/config.json': () => demoConfig(chain) }, port);
}

export async function demoConfig(chain: Chain): Promise<DemoConfig> {
  const { contracts, accounts } = chain;
  const { timestamp } = await chain.client.getBlock();
  return {
    chainId: chain.chainId,
    token: contracts.token,
    tokenName: 'Demo Dollar',
    token2: contracts.token2,
    weth: contracts.weth,
    router: contracts.router,
    drainer: contracts.drainer,
    permit2: contracts.permit2,
    friend: accounts.friend.address,
    stranger: accounts.stranger.address,
    attacker: accounts.attacker.address,
    now: Number(timestamp),
  };
}
