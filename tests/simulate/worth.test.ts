import { type Address, type Hex, numberToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Ports, type Report } from '../../src/check.ts';
import { loadData } from '../../src/cli/data.ts';
import { readAsked } from '../../src/cli/request.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { simulatorOn } from './look.ts';
import { deployCode, deployOn } from './npmArtefact.ts';

const CONTROL = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const HOUR = 3600;

const { lists, registry } = await loadData();
let chain: Chain;

beforeAll(async () => {
  // Ethereum's id, so that the packaged registry knows whom to ask.
  chain = await startChain({ chainId: 1 });
  const feed = registry.priceSource?.(1, 'native')?.feed;
  const artefact = compileContracts().PriceFeed;
  if (feed == null || artefact === undefined) throw new Error('No feed to stand in for.');
  await place(feed, await deployOn(chain, artefact, [360_000_000_000n, 1n]));
}, 60_000);
afterAll(() => chain?.stop());

/** Puts a contract's code and first two words of storage at another address. */
async function place(at: Address, from: Address): Promise<void> {
  await chain.request('anvil_setCode', [at, await chain.request('eth_getCode', [from, 'latest'])]);
  const block = await chain.client.getBlock();
  for (const [slot, value] of [
    [0, await chain.request('eth_getStorageAt', [from, '0x0', 'latest'])],
    [1, numberToHex(block.timestamp, { size: 32 })],
  ] as const) {
    await chain.request('anvil_setStorageAt', [at, numberToHex(slot), value]);
  }
}

async function judged(transaction: { to: Address; data?: Hex; value?: Hex }): Promise<Report> {
  const { user } = chain.accounts;
  const text = JSON.stringify({
    origin: 'https://app.example.org',
    method: 'eth_sendTransaction',
    params: [{ from: user.address, ...transaction }],
    chainId: 1,
    account: user.address,
  });
  const ports: Ports = {
    ...{ lists, registry, classifier: null, history: null, language: 'en' },
    simulator: simulatorOn(chain.rpcUrl),
    clock: Date.now,
    signal: AbortSignal.timeout(15_000),
  };
  return check(readAsked(text), ports);
}

describe('a check on Ethereum', () => {
  it('says what leaves and about what it is worth, by whose word, and how old', async () => {
    const { explanation } = await judged({ to: chain.accounts.friend.address, value: numberToHex(10n ** 18n) });
    expect(explanation.leaves[0]?.text).toMatch(
      /^1 ETH \(about \$3,600 by the price feed Aave uses, \d+ minutes? old\), .* would go to/u,
    );
    expect(explanation.headline).not.toContain('$');
  });

  it('asks nothing of a listed contract, and age and proxy of a stranger', async () => {
    const stranger = await deployCode(chain, '0x600160005360016000f3');
    const { chain: view } = await judged({ to: stranger, data: '0x12345678' });
    expect(view?.contracts?.get(stranger)).toMatchObject({ proxy: null, implementation: null });
    const listed = registry.priceSource?.(1, '0x6982508145454ce325ddbe47a25d4ec3d2311933')?.market?.quotes[0]?.token;
    if (listed === undefined) throw new Error('No listed token.');
    expect((await judged({ to: listed, data: '0x12345678' })).chain?.contracts?.has(listed)).toBe(false);
  });

  it('keeps quiet about the youth of contracts on a loopback chain', async () => {
    await chain.request('anvil_setCode', [CONTROL, '0x600160015500']);
    await chain.request('anvil_mine', [numberToHex(24 * 8), numberToHex(HOUR)]);
    const young = await deployCode(chain, '0x600160005360016000f3');
    const { evidence } = await judged({
      to: chain.contracts.token,
      data: chain.encode('token', 'approve', [young, 2n ** 255n]),
    });
    expect(evidence.find(({ detector }) => detector === 'young-contract')?.outcome).toBe('inconclusive');
  });
});
