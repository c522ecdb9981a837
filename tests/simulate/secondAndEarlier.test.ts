import { randomBytes } from 'node:crypto';
import { maxUint256 } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, type SimulatorPorts } from '../../src/simulate/createSimulator.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { deltasIn, look } from './look.ts';
import { transactionQuery } from './requests.ts';

const ETHER = 10n ** 18n;
let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());

const endpoint = () => httpRpc(chain.rpcUrl, fetch);
const simulator = (ports: Partial<SimulatorPorts>) =>
  createSimulator({
    rpcFor: endpoint,
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    ...ports,
  });
/** The same chain under another name, telling another story. */
const lying = (lie: (text: string) => string): Rpc => {
  const inner = endpoint();
  return {
    url: 'http://127.0.0.1:1/second',
    request: inner.request,
    batch: async (calls, signal) => {
      const outcomes = await inner.batch(calls, signal);
      return outcomes.map((outcome) => {
        return outcome.ok ? { ok: true, result: JSON.parse(lie(JSON.stringify(outcome.result))) } : outcome;
      });
    },
  };
};
const parts = () => ({ chainId: chain.chainId, from: chain.accounts.user.address });
const drain = () =>
  transactionQuery(parts(), {
    to: chain.contracts.drainer,
    data: chain.encode('drainer', 'claim'),
    value: ETHER,
  });

describe('a second endpoint (taxonomy H4)', () => {
  it('agrees with itself', async () => {
    const second = lying((text) => text);
    const view = await look(simulator({ secondRpcFor: () => second }), drain());
    expect(view.second).toEqual({ heard: true, differs: [], sameBlock: true });
  });

  it('shows other code at the target', async () => {
    const second = lying((text) => text.replace(/^"0x6080/u, '"0x6081'));
    expect((await look(simulator({ secondRpcFor: () => second }), drain())).second?.differs).toContain('code');
  });

  it('catches a first endpoint that hides a loss', async () => {
    const inner = endpoint();
    const url = 'http://127.0.0.1:3/first';
    // It runs the call with hardly any value, so that hardly any leaves.
    const batch: Rpc['batch'] = (calls, signal) =>
      inner.batch(JSON.parse(JSON.stringify(calls).replaceAll('"0xde0b6b3a7640000"', '"0x1"')), signal);
    const view = await look(simulator({ rpcFor: () => ({ ...inner, url, batch }), secondRpcFor: endpoint }), drain());
    expect(view.second?.differs).toEqual(['worse']);
    expect(view.second?.sameBlock).toBe(true);
  });

  it('serving another chain is a contradiction, silence is none', async () => {
    const elsewhere = lying((text) => (text === '"0x7a69"' ? '"0x1"' : text));
    expect((await look(simulator({ secondRpcFor: () => elsewhere }), drain())).second?.differs).toEqual(['chain']);
    const silent: Rpc = { ...endpoint(), url: 'http://127.0.0.1:2', batch: () => new Promise(() => undefined) };
    const view = await look(simulator({ secondRpcFor: () => silent }), drain());
    expect(view.second).toEqual({ heard: false, differs: [], sameBlock: false });
    expect(view.run?.status).toBe('success');
  });
});

describe('requests that wait to be mined run first', () => {
  const approval = () =>
    transactionQuery(parts(), {
      to: chain.contracts.token,
      data: chain.encode('token', 'approve', [chain.contracts.router, 10n ** 6n]),
    }).request;
  const swap = () => {
    const { router, token, token2 } = chain.contracts;
    const args = [10n ** 6n, 0n, [token, token2], parts().from, maxUint256];
    return transactionQuery(parts(), { to: router, data: chain.encode('router', 'swapExactTokensForTokens', args) });
  };

  it('a swap that needs an approval reverts alone, and runs after it', async () => {
    expect((await look(simulator({}), swap())).run?.status).toBe('reverted');
    const nonce = BigInt(await chain.client.getTransactionCount({ address: parts().from }));
    const view = await look(simulator({ earlier: () => [{ request: approval(), nonce }] }), swap());
    expect(view.run?.status).toBe('success');
    expect(view.notes).toContain('after-earlier-requests');
    expect(deltasIn(view.run)).toContain(`erc20 ${chain.contracts.token.toLowerCase()} -1000000`);
    // What was granted before is not this request's doing.
    expect(view.run?.permissions.every(({ after, before }) => after < before)).toBe(true);
  });

  it('one that has been mined is left out', async () => {
    const nonce = BigInt(await chain.client.getTransactionCount({ address: parts().from }));
    const view = await look(simulator({ earlier: () => [{ request: approval(), nonce: nonce - 1n }] }), swap());
    expect(view.run?.status).toBe('reverted');
    expect(view.notes).not.toContain('after-earlier-requests');
  });
});
