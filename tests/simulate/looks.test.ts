import { encodeDeployData, maxUint256, numberToHex, zeroAddress } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextBaseFeeWei, readHeader } from '../../src/simulate/header.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { deltasIn, look, permissionsIn, simulatorOn } from './look.ts';
import { callsQuery, messageQuery, transactionQuery } from './requests.ts';

const ETHER = 10n ** 18n;
let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());

const parts = () => ({
  chainId: chain.chainId,
  from: chain.accounts.user.address,
  known: [chain.contracts.token, chain.contracts.router],
});
const transfer = () => {
  const { friend } = chain.accounts;
  const { token } = chain.contracts;
  return transactionQuery(
    { ...parts(), addresses: [friend.address], tokens: [{ type: 'erc20', address: token }] },
    { to: token, data: chain.encode('token', 'transfer', [friend.address, 5n]) },
  );
};
const signal = () => AbortSignal.timeout(4000);

describe('round trips', () => {
  it('takes one when the header was prefetched and decode knew the assets', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    await simulator.prefetch(chain.chainId, signal());
    const view = await look(simulator, transfer());
    expect(view.roundTrips).toBe(1);
    expect(deltasIn(view.run)).toEqual([`erc20 ${chain.contracts.token.toLowerCase()} -5`]);
  });

  it('takes one for an approval whose spender decode read', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    await simulator.prefetch(chain.chainId, signal());
    const { token, drainer } = chain.contracts;
    const asset = { type: 'erc20', address: token } as const;
    const action = { kind: 'allowance', asset, spender: drainer, amount: 5n, change: 'set', revokes: false } as const;
    const query = transactionQuery(
      { ...parts(), action, addresses: [drainer], tokens: [asset] },
      { to: token, data: chain.encode('token', 'approve', [drainer, 5n]) },
    );
    const view = await look(simulator, { ...query, known: [drainer] });
    expect(view.roundTrips).toBe(1);
    expect(permissionsIn(view.run)).toEqual([`allowance ${token.toLowerCase()} ${drainer.toLowerCase()} 0->5`]);
  });

  it('predicts the base fee the next block then has', async () => {
    const header = readHeader(await chain.request('eth_getBlockByNumber', ['latest', false]));
    await chain.request('anvil_mine', ['0x1']);
    expect((await chain.client.getBlock()).baseFeePerGas).toBe(nextBaseFeeWei(header));
  });

  it('takes one more to read assets that only the logs name', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    await simulator.prefetch(chain.chainId, signal());
    const { router, weth, token } = chain.contracts;
    const data = chain.encode('router', 'swapExactETHForTokens', [
      0n,
      [weth, token],
      chain.accounts.user.address,
      maxUint256,
    ]);
    const query = transactionQuery(parts(), { to: router, data, value: ETHER });
    const view = await look(simulator, { ...query, isListed: () => true });
    expect(view.roundTrips).toBe(2);
    expect(view.tokens.get(`0x${token.slice(2).toLowerCase()}`)?.symbol).toBe('DUSD');
  });

  it('takes one more to describe somebody only the logs name', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    await simulator.prefetch(chain.chainId, signal());
    const { friend } = chain.accounts;
    const query = transfer();
    const view = await look(simulator, { ...query, addresses: [] });
    expect(view.roundTrips).toBe(2);
    expect(view.accounts.get(`0x${friend.address.slice(2).toLowerCase()}`)?.code).toBe('none');
  });

  it('runs the creation of a contract by another engine where this one refuses it', async () => {
    const artefact = compileContracts().DemoToken;
    if (artefact === undefined) throw new Error('No DemoToken.');
    const data = encodeDeployData({ ...artefact, args: ['Demo', 'DEMO', 18] });
    const simulator = simulatorOn(chain.rpcUrl);
    const created = await look(simulator, transactionQuery(parts(), { to: null, data }));
    expect(created.run?.status).toBe('success');
    expect(created.engine).not.toBe('eth_simulateV1');
    // What it would not do for a creation it still does for the rest.
    expect((await look(simulator, transfer())).engine).toBe('eth_simulateV1');
  });

  it('lists no token facts for a contract that is no token', async () => {
    const view = await look(
      simulatorOn(chain.rpcUrl),
      transactionQuery(parts(), { to: chain.contracts.drainer, data: chain.encode('drainer', 'claim') }),
    );
    expect(view.tokens.size).toBe(0);
  });

  it('notices that the remembered header is old, and runs on the new block', async () => {
    const simulator = simulatorOn(chain.rpcUrl);
    await simulator.prefetch(chain.chainId, signal());
    await chain.request('anvil_mine', ['0x3']);
    const view = await look(simulator, transfer());
    expect(view.blockNumber).toBe(await chain.client.getBlockNumber());
    expect(view.roundTrips).toBe(2);
    expect(view.run?.status).toBe('success');
  });
});

describe('on a remote endpoint whose header is older than a block', () => {
  /** The same chain under a name that is not loopback; `patch` changes what goes out. */
  const remote = (patch: (call: { method: string; params: readonly unknown[] }) => unknown): Rpc => {
    const inner = httpRpc(chain.rpcUrl, fetch);
    return {
      url: 'https://rpc.example',
      request: inner.request,
      batch: (calls, abort) =>
        inner.batch(
          calls.map(({ method, params }) =>
            params.length === 0
              ? { method, params }
              : { method, params: [patch({ method, params }), ...params.slice(1)] },
          ),
          abort,
        ),
    };
  };
  const later = () => Date.now() + 3_600_000;

  it('leaves number and time to an engine that follows the specification', async () => {
    const number = await chain.client.getBlockNumber();
    const { timestamp } = await chain.client.getBlock();
    const named: boolean[] = [];
    const simulator = simulatorOn(
      remote(({ method, params: [first] }) => {
        if (method !== 'eth_simulateV1') return first;
        const text = JSON.stringify(first);
        named.push(text.includes('"time"'));
        // What geth does by itself, and anvil does not.
        const defaults = { number: `0x${(number + 1n).toString(16)}`, time: `0x${(timestamp + 12n).toString(16)}` };
        return JSON.parse(
          text.replace('"blockOverrides":{', `"blockOverrides":{${JSON.stringify(defaults).slice(1, -1)},`),
        );
      }),
      later,
    );
    await simulator.prefetch(chain.chainId, signal());
    const view = await look(simulator, transfer());
    expect(view.roundTrips).toBe(1);
    // Only the two variants that stand later say when.
    expect(named.filter(Boolean)).toHaveLength(2);
    expect(view.local).toBe(false);
    expect(view.run?.status).toBe('success');
  });

  it('says them itself on the second trip where the engine does not', async () => {
    const simulator = simulatorOn(
      remote(({ params: [first] }) => first),
      later,
    );
    await simulator.prefetch(chain.chainId, signal());
    const view = await look(simulator, transfer());
    expect(view.roundTrips).toBe(2);
    expect(view.run?.status).toBe('success');
  });
});

describe('what is run', () => {
  it('has nothing to run for a message, and still reads the account', async () => {
    const view = await look(simulatorOn(chain.rpcUrl), messageQuery(parts()));
    expect(view).toMatchObject({ run: null, runFailure: null, engine: 'facts', roundTrips: 1, local: true });
    expect(view.balanceWei).toBe(await chain.client.getBalance({ address: parts().from }));
  });

  it('runs the calls of a batch as one, approve before swap', async () => {
    const { token, token2, router } = chain.contracts;
    const swap = chain.encode('router', 'swapExactTokensForTokens', [
      10n ** 6n,
      0n,
      [token, token2],
      parts().from,
      maxUint256,
    ]);
    const view = await look(
      simulatorOn(chain.rpcUrl),
      callsQuery(parts(), [
        { to: token, valueWei: 0n, data: chain.encode('token', 'approve', [router, 10n ** 6n]) },
        { to: router, valueWei: 0n, data: swap },
      ]),
    );
    expect(view.run?.status).toBe('success');
    expect(deltasIn(view.run)).toEqual(
      [`erc20 ${token2.toLowerCase()} 19940000000000000`, `erc20 ${token.toLowerCase()} -1000000`].sort(),
    );
  });

  it('stops a batch at its first failure and keeps what happened before', async () => {
    const { token, nft } = chain.contracts;
    const { friend } = chain.accounts;
    const pay = { to: token, valueWei: 0n, data: chain.encode('token', 'transfer', [friend.address, 5n]) };
    const fail = {
      to: nft,
      valueWei: 0n,
      data: chain.encode('nft', 'transferFrom', [parts().from, friend.address, 11n]),
    };
    const view = await look(simulatorOn(chain.rpcUrl), callsQuery(parts(), [pay, fail, pay]));
    expect(view.run?.status).toBe('reverted');
    expect(deltasIn(view.run)).toEqual([`erc20 ${token.toLowerCase()} -5`]);
  });

  it("gives a revert with the contract's own words, and no delta", async () => {
    const data = chain.encode('router', 'swapExactTokensForTokens', [
      1n,
      0n,
      [chain.contracts.token, chain.contracts.token2],
      parts().from,
      1n,
    ]);
    const view = await look(simulatorOn(chain.rpcUrl), transactionQuery(parts(), { to: chain.contracts.router, data }));
    expect(view.run).toMatchObject({ status: 'reverted', revertReason: 'DemoRouter: EXPIRED', deltas: [] });
    expect(view.runFailure).toBeNull();
  });

  it('knows that more than the balance cannot be sent', async () => {
    const query = transactionQuery(parts(), { to: chain.contracts.drainer, value: 10n ** 24n });
    const view = await look(simulatorOn(chain.rpcUrl), query);
    expect(view.run).toMatchObject({ status: 'reverted', revertReason: 'insufficient funds' });
  });

  it('gives gas money to an account without ether, and says so', async () => {
    const restore = await chain.snapshot();
    await chain.request('anvil_setBalance', [parts().from, '0x64']);
    const view = await look(simulatorOn(chain.rpcUrl), transfer());
    await restore();
    expect(view.notes).toEqual(['balance-raised']);
    expect(deltasIn(view.run)).toEqual([`erc20 ${chain.contracts.token.toLowerCase()} -5`]);
  });

  it('spends only the gas a small balance buys before it gives any', async () => {
    const restore = await chain.snapshot();
    const fee = 500_000n * ((await chain.client.getBlock()).baseFeePerGas ?? 1n);
    await chain.request('anvil_setBalance', [parts().from, `0x${(fee / 2n).toString(16)}`]);
    const view = await look(simulatorOn(chain.rpcUrl), transfer());
    await restore();
    expect(view.notes).toEqual([]);
    expect(view.run?.status).toBe('success');
  });

  it('gives a hungry call what an estimate would, not the maximum', async () => {
    const restore = await chain.snapshot();
    const spenders = Array.from({ length: 40 }, (_, index) => numberToHex(index + 0x1000, { size: 20 }));
    const data = chain.encode('batchToken', 'multicall', [
      spenders.map((spender) => chain.encode('batchToken', 'approve', [spender, 1n])),
    ]);
    const query = transactionQuery(parts(), { to: chain.contracts.batchToken, data });
    const rich = await look(simulatorOn(chain.rpcUrl), query);
    // Enough for the estimate, not for the widest limit: its refusal must not pass for a revert.
    const price = (await chain.client.getBlock()).baseFeePerGas ?? 1n;
    await chain.request('anvil_setBalance', [parts().from, numberToHex(4_000_000n * price)]);
    const poor = await look(simulatorOn(chain.rpcUrl), query);
    await restore();
    for (const view of [rich, poor]) {
      expect(view.notes).toEqual([]);
      expect(view.run).toMatchObject({ status: 'success', revertReason: null });
      expect(view.run?.gasUsed).toBeGreaterThan(900_000n);
      expect(view.run?.permissions).toHaveLength(40);
    }
  });

  it('runs a delegated account with its new code', async () => {
    const { sweeper } = chain.contracts;
    const more = { authorizations: [{ chainId: 0n, delegate: sweeper, nonce: null }] };
    const query = transactionQuery(parts(), { to: parts().from, data: chain.encode('sweeper', 'sweep'), more });
    const view = await look(simulatorOn(chain.rpcUrl), query);
    expect(view.run?.accountCode).toBe(sweeper.toLowerCase());
    expect(view.run?.deltas[0]?.delta).toBeLessThan(-9000n * ETHER);
  });

  it('ignores an authorization for another chain', async () => {
    const more = { authorizations: [{ chainId: 10n, delegate: chain.contracts.sweeper, nonce: null }] };
    const query = transactionQuery(parts(), { to: zeroAddress, value: 1n, more });
    expect((await look(simulatorOn(chain.rpcUrl), query)).run?.accountCode).toBeNull();
  });

  it('describes each account once: a person, a contract, a delegated account', async () => {
    const restore = await chain.snapshot();
    const { friend, stranger } = chain.accounts;
    const delegate = chain.contracts.sweeper.toLowerCase();
    await chain.request('anvil_setCode', [stranger.address, `0xef0100${delegate.slice(2)}`]);
    const addresses = [friend.address, stranger.address, chain.contracts.drainer, friend.address];
    const view = await look(simulatorOn(chain.rpcUrl), messageQuery({ ...parts(), addresses }));
    await restore();
    const of = (address: string) => view.accounts.get(`0x${address.slice(2).toLowerCase()}`);
    expect(view.accounts.size).toBe(4);
    expect(of(friend.address)).toMatchObject({ code: 'none', delegate: null, codeHash: null, nonce: 0n });
    expect(of(stranger.address)).toMatchObject({ code: 'delegated', delegate });
    expect(of(chain.contracts.drainer)).toMatchObject({ code: 'contract', delegate: null, nonce: 1n });
  });

  it('finds a Permit2 grant with its expiry', async () => {
    const { permit2, token, drainer } = chain.contracts;
    const words = [token, drainer].map((address) => address.slice(2).padStart(64, '0'));
    const amount = 'f'.repeat(40).padStart(64, '0');
    const data = `0x87517c45${words.join('')}${amount}${'7fffffff'.padStart(64, '0')}` as const;
    const view = await look(simulatorOn(chain.rpcUrl), transactionQuery(parts(), { to: permit2, data }));
    expect(permissionsIn(view.run)).toEqual([
      `permit2 ${token.toLowerCase()} ${drainer.toLowerCase()} 0->${2n ** 160n - 1n}`,
    ]);
    expect(view.run?.permissions[0]?.untilSeconds).toBe(0x7fffffffn);
  });

  it("takes the page's own fees, gas and nonce", async () => {
    const { token } = chain.contracts;
    const data = chain.encode('token', 'transfer', [chain.accounts.friend.address, 5n]);
    const more = { gas: 30_000n, maxFeePerGasWei: 3n * 10n ** 9n, maxPriorityFeePerGasWei: 10n ** 9n, nonce: 1n };
    const view = await look(simulatorOn(chain.rpcUrl), transactionQuery(parts(), { to: token, data, more }));
    expect(view.run).toMatchObject({ status: 'reverted', gasUsed: 30_000n });
  });
});
