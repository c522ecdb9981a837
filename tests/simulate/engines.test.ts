import { type Hex, maxUint256 } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeLocalEvm } from '../../src/cli/localEvm.ts';
import { RpcError } from '../../src/errors.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import type { ChainQuery } from '../../src/simulate/Simulator.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { deltasIn, look, permissionsIn, simulatorOn } from './look.ts';
import { BAIT_WEI, deploy, encode, lossWhenMined, PILLS } from './redPillTable.ts';
import { callsQuery, transactionQuery } from './requests.ts';

const ETHER = 10n ** 18n;
let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());

/** Each engine by what an endpoint must lack for it to be chosen. */
const ENGINES: readonly (readonly [string, readonly string[]])[] = [
  ['eth_simulateV1', []],
  ['debug_traceCall', ['eth_simulateV1']],
  ['local-evm', ['eth_simulateV1', 'debug_traceCall']],
  ['eth_call-probe', ['eth_simulateV1', 'debug_traceCall']],
];

/** The same endpoint without some methods. */
function without(methods: readonly string[], asked: string[] = []): Rpc {
  const inner = httpRpc(chain.rpcUrl, fetch);
  return {
    url: chain.rpcUrl,
    request: inner.request,
    async batch(calls, signal) {
      asked.push(...calls.map(({ method }) => method));
      const left = calls.filter(({ method }) => !methods.includes(method));
      const answers = [...(await inner.batch(left, signal))];
      return calls.map(({ method }) => {
        const missing = { ok: false, error: new RpcError('Method not found', { code: -32601 }) } as const;
        return methods.includes(method) ? missing : (answers.shift() ?? missing);
      });
    },
  };
}

interface Case {
  readonly to: Parameters<Chain['encode']>[0];
  readonly functionName: string;
  readonly args: (c: Chain) => readonly unknown[];
  readonly value?: bigint;
}

const CASES: Readonly<Record<string, Case>> = {
  'a token transfer': { to: 'token', functionName: 'transfer', args: (c) => [c.accounts.friend.address, 5n] },
  'an approval': { to: 'token', functionName: 'approve', args: (c) => [c.contracts.drainer, maxUint256] },
  'an operator': { to: 'nft', functionName: 'setApprovalForAll', args: (c) => [c.contracts.drainer, true] },
  'a drain of ether': { to: 'drainer', functionName: 'claim', args: () => [], value: ETHER },
  'wrapping ether': { to: 'weth', functionName: 'deposit', args: () => [], value: ETHER },
  'a swap of ether': {
    to: 'router',
    functionName: 'swapExactETHForTokens',
    args: (c) => [0n, [c.contracts.weth, c.contracts.token], c.accounts.user.address, maxUint256],
    value: ETHER,
  },
  'a revert': { to: 'token', functionName: 'transfer', args: (c) => [c.accounts.friend.address, maxUint256] },
};

function queryFor({ to, functionName, args, value = 0n }: Case): ChainQuery {
  const { drainer } = chain.contracts;
  const token = chain.contracts[to];
  const parts = { chainId: chain.chainId, from: chain.accounts.user.address };
  const asset = { type: 'erc20', address: token } as const;
  const action = (
    {
      approve: { kind: 'allowance', asset, spender: drainer, amount: maxUint256, change: 'set', revokes: false },
      setApprovalForAll: {
        kind: 'operatorApproval',
        collection: token,
        operator: drainer,
        approved: true,
        scope: 'all',
      },
    } as const
  )[functionName];
  const data = chain.encode(to, functionName, args(chain));
  return transactionQuery({ ...parts, ...(action === undefined ? {} : { action }) }, { to: token, data, value });
}

describe.each(ENGINES)('%s', (id, missing) => {
  const on = (rpc: Rpc, now = Date.now) => simulatorOn(rpc, now, id === 'local-evm' ? { localEvm: nodeLocalEvm } : {});
  it.each(Object.entries(CASES))('%s: the same delta as eth_simulateV1', async (_, one) => {
    const query = queryFor(one);
    const expected = await look(simulatorOn(chain.rpcUrl), query);
    const view = await look(on(without(missing)), query);
    expect(view.engine).toBe(id);
    expect(view.runFailure).toBeNull();
    expect(view.run?.status).toBe(expected.run?.status);
    expect(view.run?.revertReason).toBe(expected.run?.revertReason);
    expect(deltasIn(view.run)).toEqual(deltasIn(expected.run));
    expect(permissionsIn(view.run)).toEqual(permissionsIn(expected.run));
  });

  it('takes a token it was once allowed to take, which nobody names', async () => {
    const { attacker, user } = chain.accounts;
    const { token } = chain.contracts;
    const restore = await chain.snapshot();
    const taker = await deploy(chain, 'RedPillLateTaker', [token]);
    await chain.send({ from: user.address, to: token, data: chain.encode('token', 'approve', [taker, maxUint256]) });
    await chain.request('evm_increaseTime', [21 * 60]);
    await chain.request('anvil_mine', ['0x1']);
    const data = encode('RedPillLateTaker', 'claim');
    const query = transactionQuery(
      { chainId: chain.chainId, from: user.address, addresses: [attacker.address] },
      { to: taker, data },
    );
    const later = () => Date.now() + 22 * 60_000;
    const view = await look(on(without(missing), later), query);
    await restore();
    expect(deltasIn(view.run)).toEqual([`erc20 ${token.toLowerCase()} -10000000000`]);
  });

  it('runs a batch as one, approve before swap', async () => {
    const { token, token2, router } = chain.contracts;
    const { user } = chain.accounts;
    const path: readonly Hex[] = [token, token2];
    const swap = chain.encode('router', 'swapExactTokensForTokens', [10n ** 6n, 0n, path, user.address, maxUint256]);
    const tokens = [token, token2].map((address) => ({ type: 'erc20', address }) as const);
    const query = callsQuery({ chainId: chain.chainId, from: user.address, tokens }, [
      { to: token, valueWei: 0n, data: chain.encode('token', 'approve', [router, 10n ** 6n]) },
      { to: router, valueWei: 0n, data: swap },
    ]);
    const view = await look(on(without(missing)), query);
    expect(view.run?.status).toBe('success');
    expect(deltasIn(view.run)).toEqual(
      [`erc20 ${token2.toLowerCase()} 19940000000000000`, `erc20 ${token.toLowerCase()} -1000000`].sort(),
    );
  });

  it.each(PILLS.slice(0, 6).map((pill) => [pill.name, pill] as const))('shows the red pill: %s', async (_, pill) => {
    const restore = await chain.snapshot();
    const to = await deploy(chain, pill.contract, pill.args?.(chain));
    const query = transactionQuery(
      { chainId: chain.chainId, from: chain.accounts.user.address },
      { to, data: encode(pill.contract, 'claim'), value: BAIT_WEI },
    );
    const view = await look(on(without(missing)), query);
    const loss = await lossWhenMined(chain, pill, to);
    await restore();
    expect(view.engine).toBe(id);
    expect(loss).toBe(BAIT_WEI);
    expect(deltasIn(view.run)).toEqual([`native ${-BAIT_WEI}`]);
  });

  it('is remembered: what the endpoint lacks is asked for once', async () => {
    const asked: string[] = [];
    const simulator = on(without(missing, asked));
    const transfer = CASES['a token transfer'];
    if (transfer === undefined) throw new Error('No such case.');
    await look(simulator, queryFor(transfer));
    asked.length = 0;
    const view = await look(simulator, queryFor(transfer));
    expect(asked.filter((method) => missing.includes(method))).toEqual([]);
    expect(view.roundTrips).toBeLessThanOrEqual(5);
  });
});

describe('an endpoint that can do none of it', () => {
  const missing = ['eth_simulateV1', 'debug_traceCall', 'eth_createAccessList'];

  it('leaves an unnamed call to what it states', async () => {
    const claim = CASES['a drain of ether'];
    if (claim === undefined) throw new Error('No such case.');
    const view = await look(simulatorOn(without(missing)), queryFor(claim));
    expect(view).toMatchObject({ run: null, runFailure: 'no-simulation-method', engine: 'eth_call' });
  });

  it('still runs an approval, which names what it changes', async () => {
    const approval = CASES['an approval'];
    if (approval === undefined) throw new Error('No such case.');
    const view = await look(simulatorOn(without(missing)), queryFor(approval));
    expect(view.engine).toBe('eth_call-probe');
    expect(view.run?.permissions[0]?.after).toBe(maxUint256);
  });
});
