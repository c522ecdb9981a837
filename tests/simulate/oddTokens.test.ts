import type { Address } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressReader } from '../../src/simulate/createAddressReader.ts';
import { httpRpc } from '../../src/simulate/rpc.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { deployOn } from './npmArtefact.ts';
import { transactionQuery } from './requests.ts';
import { createPort } from './rpcPort.ts';

/** What `symbol()` does, in the order of OddToken's oddities. */
const ODDITIES = [
  'answers bytes32',
  'reverts',
  'runs for ever',
  'answers 10 kB',
  'is no text',
  'lies about its length',
];

let chain: Chain;
const tokens: Address[] = [];
beforeAll(async () => {
  chain = await startChain();
  const artefact = compileContracts().OddToken;
  if (artefact === undefined) throw new Error('OddToken is missing.');
  for (let oddity = 0; oddity < ODDITIES.length; oddity += 1) tokens.push(await deployOn(chain, artefact, [oddity]));
}, 60_000);
afterAll(() => chain?.stop());

describe.each(ODDITIES.map((what, oddity) => [what, oddity] as const))('a token whose symbol %s', (_, oddity) => {
  const token = (): Address => tokens[oddity] ?? '0x';

  it('is described or not known in a look, and the look stands', async () => {
    const query = transactionQuery(
      { chainId: chain.chainId, from: chain.accounts.user.address, tokens: [{ type: 'erc20', address: token() }] },
      { to: token(), data: chain.encode('token', 'approve', [chain.accounts.friend.address, 1n]) },
    );
    const view = await look(simulatorOn(chain.rpcUrl), query, 20_000);
    const facts = view.tokens.get(token());
    expect(facts?.symbol?.length ?? 0).toBeLessThanOrEqual(128);
    expect(facts?.holding).toBe(7n);
    if (oddity === 0) expect(facts?.symbol).toBe('ODD');
    if ([1, 2, 5].includes(oddity)) expect(facts?.symbol).toBeNull();
    expect(facts?.decimals).toBe(oddity === 5 ? null : 77);
  }, 30_000);

  it('is answered by who', async () => {
    const reader = createAddressReader(() => httpRpc(chain.rpcUrl, fetch));
    const view = await reader.read(null, token(), AbortSignal.timeout(20_000));
    expect(view?.account?.code).toBe('contract');
    expect(view?.token?.symbol?.length ?? 0).toBeLessThanOrEqual(128);
  }, 30_000);
});

describe('an endpoint that lies', () => {
  const through = async (change: Parameters<typeof createPort>[1]) => {
    const port = await createPort(chain.rpcUrl, change);
    try {
      return await createAddressReader(() => httpRpc(port.url, fetch))
        .read(null, chain.contracts.token, AbortSignal.timeout(8000))
        .catch((error: unknown) => (error instanceof Error ? error.name : 'not an error'));
    } finally {
      await port.close();
    }
  };

  it.each<[string, string, unknown]>([
    ['about code, with nonsense', 'eth_getCode', 'hello'],
    ['about code, with an object', 'eth_getCode', { code: '0x60' }],
    ['about the newest block', 'eth_getBlockByNumber', { number: 'now' }],
    ['about a block that is not there', 'eth_getBlockByNumber', null],
    ['about storage', 'eth_getStorageAt', [1, 2, 3]],
    ['about every call', 'eth_call', { length: -1 }],
    ['with a block number beyond reason', 'eth_getBlockByNumber', { number: `0x${'f'.repeat(64)}` }],
  ])('%s: an answer or an RpcError', async (_, method, answer) => {
    const view = await through((call, result) => (call.method === method ? answer : result));
    if (typeof view === 'string') expect(view).toBe('RpcError');
    else expect(view).toMatchObject({ chainId: chain.chainId });
  });

  it('that hangs on the past alone costs the age, not the answer', async () => {
    const rpc = httpRpc(chain.rpcUrl, fetch);
    const hanging = {
      ...rpc,
      batch: (calls: Parameters<typeof rpc.batch>[0], signal: AbortSignal) =>
        calls.some(({ method, params }) => method === 'eth_call' && params[1] !== 'latest')
          ? new Promise<never>((_, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))))
          : rpc.batch(calls, signal),
    };
    const begun = performance.now();
    const view = await createAddressReader(() => hanging).read(
      null,
      chain.contracts.token,
      AbortSignal.timeout(20_000),
    );
    expect(view).toMatchObject({ account: { code: 'contract' }, token: { symbol: 'DUSD' } });
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 30_000);
});
