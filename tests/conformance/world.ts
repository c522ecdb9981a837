import { type AnvilProcess, startAnvil } from '../setup/anvil.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import type { RunningServer } from '../setup/serve.ts';
import { servePage } from './build.ts';
import type { Env } from './page/Check.ts';

const OTHER_CHAIN_ID = 31_338;

/** What both sides share: a chain, a second one to switch to, and the page. */
export interface World {
  readonly chain: Chain;
  readonly env: Env;
  readonly url: string;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const chain = await startChain();
  let other: AnvilProcess | null = null;
  let server: RunningServer | null = null;
  const close = async (): Promise<void> => {
    await server?.close();
    await other?.stop();
    await chain.stop();
  };
  try {
    other = await startAnvil({ port: 0, chainId: OTHER_CHAIN_ID });
    const env: Env = {
      user: chain.accounts.user.address,
      friend: chain.accounts.friend.address,
      token: chain.contracts.token,
      chainId: chain.chainId,
      rpcUrl: chain.rpcUrl,
      otherChainId: OTHER_CHAIN_ID,
      otherRpcUrl: `http://127.0.0.1:${other.port}`,
    };
    server = await servePage(env);
    return { chain, env, url: `${server.origin}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function hexChainId(chainId: number): `0x${string}` {
  return `0x${chainId.toString(16)}`;
}
