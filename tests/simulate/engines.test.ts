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

/**
 * What an engine cannot show, and says so: with code at the account a contract may notice, and without logs a token that
 * only a later run takes is not asked about.
 */
const BLIND: Readonly<Record<string, readonly string[]>> = {
  'eth_call-probe': ['a sender with code', 'a token taken later'],
};

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

  // Nine flips of a coin all fall the same way once in 512 looks.
  it.each(PILLS.map((pill) => [pill.name, pill] as const))(
    'shows or flags the red pill: %s',
    { retry: 2, timeout: 30_000 },
    async (name, pill) => {
      const { attacker, user } = chain.accounts;
      const restore = await chain.snapshot();
      const to = await deploy(chain, pill.contract, pill.args?.(chain));
      if (pill.token === true) {
        const data = chain.encode('token', 'approve', [to, 10n ** 30n]);
        await chain.send({ from: user.address, to: chain.contracts.token, data });
      }
      const query = transactionQuery(
        { chainId: chain.chainId, from: user.address, addresses: [attacker.address] },
        { to, data: encode(pill.contract, 'claim'), value: pill.token === true ? 0n : BAIT_WEI },
      );
      const view = await look(on(without(missing)), query, 20_000);
      await restore();
      expect(view.engine).toBe(id);
      expect(view.run?.status).toBe('success');
      expect(view.variants?.ran).toBeGreaterThanOrEqual(8);
      const shown = view.run?.deltas.some(({ delta }) => delta < 0n) === true;
      const flagged = (view.variants?.worse.length ?? 0) > 0;
      expect(shown || flagged).toBe(!(BLIND[id] ?? []).includes(name));
    },
  );

  it.each<[string, string, string, readonly unknown[], bigint]>([
    ['a random mint', 'HonestMint', 'mint', [], ETHER],
    ['a deposit that accrues', 'HonestLending', 'deposit', [], ETHER],
    ['an auction', 'HonestAuction', 'offer', [], ETHER],
    ['a falling price', 'HonestAuction', 'buyNow', [], ETHER],
    ['a swap with a far deadline', 'HonestRouter', 'swap', [4_000_000_000n], ETHER],
  ])('does not flag an honest contract: %s', async (_, contract, functionName, args, value) => {
    const restore = await chain.snapshot();
    const to = await deploy(chain, contract);
    const query = transactionQuery(
      { chainId: chain.chainId, from: chain.accounts.user.address },
      { to, data: encode(contract, functionName, args), value },
    );
    const view = await look(on(without(missing)), query, 20_000);
    await restore();
    expect(view.engine).toBe(id);
    expect(view.variants?.ran).toBeGreaterThan(4);
    expect(view.variants?.worse).toEqual([]);
    expect(view.variants?.spared).toBeUndefined();
    expect(view.notes).not.toContain('no-variants');
  });

  it('stands on the runs that count where the others come back as nonsense, and says what is missing', async () => {
    if (id === 'local-evm') return;
    const inner = without(missing);
    const garbled: Rpc = {
      ...inner,
      async batch(calls, signal) {
        const seen = new Map<string, number>();
        const answers = await inner.batch(calls, signal);
        return answers.map((answer, index) => {
          const { method, params } = calls[index] ?? { method: '', params: [] };
          if (!/simulateV1|traceCall/u.test(method) && !(method === 'eth_call' && params.length > 3)) return answer;
          const nth = seen.get(method) ?? 0;
          seen.set(method, nth + 1);
          // Two runs count (an ordinary gas limit and a wide one); a trace is two questions, its reading two more.
          return nth < (id === 'debug_traceCall' ? 4 : 2) ? answer : { ok: true, result: { oops: nth } };
        });
      },
    };
    const claim = CASES['a drain of ether'];
    if (claim === undefined) throw new Error('No such case.');
    const view = await look(on(garbled), queryFor({ ...claim, args: () => [] }));
    expect(view.engine).toBe(id);
    expect(deltasIn(view.run)).toEqual([`native ${-ETHER}`]);
    // The wide limit is one of the variants.
    expect(view.variants?.ran ?? 0).toBeLessThanOrEqual(1);
    if (view.variants === undefined) expect(view.notes).toContain('no-variants');
  });

  it('shows the red pill as it is when it is mined', async () => {
    const restore = await chain.snapshot();
    for (const pill of PILLS.slice(0, 6)) {
      const to = await deploy(chain, pill.contract, pill.args?.(chain));
      const query = transactionQuery(
        { chainId: chain.chainId, from: chain.accounts.user.address },
        { to, data: encode(pill.contract, 'claim'), value: BAIT_WEI },
      );
      const view = await look(on(without(missing)), query, 20_000);
      expect(await lossWhenMined(chain, pill, to)).toBe(BAIT_WEI);
      expect(deltasIn(view.run)).toEqual([`native ${-BAIT_WEI}`]);
    }
    await restore();
  }, 60_000);

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

describe('an endpoint that ignores the block it is given', () => {
  /** Every run but the first stands in the same block as that one. */
  function inOneBlock(): Rpc {
    const inner = httpRpc(chain.rpcUrl, fetch);
    return {
      ...inner,
      batch(calls, signal) {
        let first: unknown;
        const stuck = calls.map((call) => {
          if (call.method !== 'eth_call' || call.params[3] === undefined) return call;
          first ??= call.params[3];
          return { ...call, params: [...call.params.slice(0, 3), first] };
        });
        return without(['eth_simulateV1', 'debug_traceCall']).batch(stuck, signal);
      },
    };
  }

  it('is not taken at its word: what ran in another block does not count', async () => {
    const claim = CASES['a drain of ether'];
    if (claim === undefined) throw new Error('No such case.');
    const query = queryFor(claim);
    expect((await look(simulatorOn(without(['eth_simulateV1', 'debug_traceCall'])), query)).variants?.ran).toBe(8);
    const view = await look(simulatorOn(inOneBlock()), query);
    expect(view.run?.status).toBe('success');
    expect(view.variants?.ran).toBeLessThan(5);
  });
});

describe('an endpoint that does not say which storage a call reads', () => {
  it('is said to show only a part', async () => {
    const claim = CASES['a drain of ether'];
    if (claim === undefined) throw new Error('No such case.');
    const simulator = simulatorOn(without(['eth_createAccessList']));
    await simulator.prefetch(chain.chainId, AbortSignal.timeout(5_000));
    const view = await look(simulator, queryFor(claim));
    expect(view.variants?.ran).toBe(8);
    expect(view.notes).toContain('no-perturbation');
  });
});

describe('an endpoint that is spared what else could happen', () => {
  it('says so', async () => {
    const claim = CASES['a drain of ether'];
    if (claim === undefined) throw new Error('No such case.');
    const inner = httpRpc(chain.rpcUrl, fetch);
    const busy: Rpc = {
      ...inner,
      async batch(calls, signal) {
        const runs = calls.filter(({ method }) => method === 'eth_simulateV1');
        if (runs.length > 2) return calls.map(() => ({ ok: false, error: new RpcError('slow down', { code: 429 }) }));
        return inner.batch(calls, signal);
      },
    };
    const simulator = simulatorOn(busy);
    // The first trip has no block yet and the second no room: it is tried once and then left alone.
    const view = await look(simulator, queryFor(claim));
    expect(view.run?.status).toBe('success');
    expect(view.variants).toBeUndefined();
    expect(view.notes).toContain('no-variants');
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
