import { type Address, encodeDeployData, getContractAddress, hashTypedData, maxUint256 } from 'viem';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Permit2Action } from '../../src/decode/Action.ts';
import type { Taker } from '../../src/simulate/Simulator.ts';
import { compileContracts } from '../contracts/compile.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { messageQuery, transactionQuery } from './requests.ts';

let chain: Chain;
let restore: () => Promise<void>;
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterAll(() => chain?.stop());
beforeEach(async () => {
  await restore?.();
  restore = await chain.snapshot();
});

async function deploy(name: string): Promise<Address> {
  const artefact = compileContracts()[name];
  if (artefact === undefined) throw new Error(`No contract ${name}.`);
  const from = chain.accounts.attacker.address;
  const nonce = await chain.client.getTransactionCount({ address: from });
  const { status } = await chain.send({ from, data: encodeDeployData({ ...artefact, args: [] }) });
  expect(status).toBe('success');
  return getContractAddress({ from, nonce: BigInt(nonce) });
}

async function takers(to: Address, data: `0x${string}`): Promise<readonly Taker[]> {
  const parts = { chainId: chain.chainId, from: chain.accounts.user.address, addresses: [] };
  const view = await look(simulatorOn(chain.rpcUrl), transactionQuery(parts, { to, data }), 20_000);
  expect(view.run?.status).toBe('success');
  expect(view.notes).not.toContain('power-failed');
  return view.takers ?? [];
}

const allow = {
  token: (by: Address) => takers(chain.contracts.token, chain.encode('token', 'approve', [by, maxUint256])),
  nft: (by: Address) => takers(chain.contracts.nft, chain.encode('nft', 'setApprovalForAll', [by, true])),
  items: (by: Address) => takers(chain.contracts.items, chain.encode('items', 'setApprovalForAll', [by, true])),
  permit2: async (by: Address) => {
    const { token, permit2 } = chain.contracts;
    const from = chain.accounts.user.address;
    await chain.send({ from, to: token, data: chain.encode('token', 'approve', [permit2, maxUint256]) });
    return takers(permit2, chain.encode('permit2', 'approve', [token, by, 1_000n, 2 ** 40]));
  },
};

describe('takers whose functions want unusual arguments', () => {
  it.each([
    ['token', 'DoorDrops', 'owner'],
    ['token', 'DoorMany', 'owner'],
    ['token', 'DoorPacked', 'owner'],
    ['token', 'DoorOne', 'owner'],
    ['token', 'DoorTimed', 'owner'],
    ['nft', 'DoorItems', 'owner'],
    ['items', 'DoorEditions', 'owner'],
    ['permit2', 'DoorPermit2', 'owner'],
    ['token', 'DoorAggregate', 'anyone'],
    ['token', 'DoorTry', 'anyone'],
    ['token', 'DoorParallel', 'anyone'],
    ['token', 'DoorMeta', 'anyone'],
    ['token', 'DoorWrapped', 'anyone'],
    ['token', 'DoorSwap', 'anyone'],
    ['nft', 'DoorAggregate', 'anyone'],
    ['items', 'DoorParallel', 'anyone'],
    ['permit2', 'DoorPassing', 'anyone'],
  ] as const)('are found by a grant of %s to %s', async (what, name, who) => {
    const by = who === 'anyone' ? who : chain.accounts.attacker.address.toLowerCase();
    expect((await allow[what](await deploy(name))).map((taker) => taker.by)).toContain(by);
  });
});

describe('honest contracts that look like them', () => {
  it.each([
    ['token', 'FairRouter'],
    ['token', 'FairSplit'],
    ['token', 'FairReactor'],
    ['permit2', 'FairDues'],
    ['permit2', 'FairSplit'],
    ['nft', 'FairBazaar'],
    ['nft', 'FairSplit'],
  ] as const)('take nothing by a grant of %s to %s', async (what, name) => {
    expect(await allow[what](await deploy(name))).toEqual([]);
  });
});

describe('a Permit2 transfer with a witness', () => {
  const order = { get: '0x4444444444444444444444444444444444444444', price: 5n } as const;
  const uint = 'uint256';
  const types = {
    FairOrder: [
      { name: 'get', type: 'address' },
      { name: 'price', type: uint },
    ],
    PermitWitnessTransferFrom: [
      { name: 'permitted', type: 'TokenPermissions' },
      { name: 'spender', type: 'address' },
      { name: 'nonce', type: uint },
      { name: 'deadline', type: uint },
      { name: 'witness', type: 'FairOrder' },
    ],
    TokenPermissions: [
      { name: 'token', type: 'address' },
      { name: 'amount', type: uint },
    ],
  };
  const primaryType = 'PermitWitnessTransferFrom';

  /** What somebody could take if the user signed it; `exact` says its hash, as a real request does. */
  const sign = async (spender: Address, exact: boolean) => {
    const { token, permit2 } = chain.contracts;
    const { user } = chain.accounts;
    await chain.send({ from: user.address, to: token, data: chain.encode('token', 'approve', [permit2, maxUint256]) });
    const domain = { name: 'Permit2', chainId: chain.chainId, verifyingContract: permit2 };
    const permitted = { token, amount: 900n };
    const message = { permitted, spender, nonce: 31n, deadline: 1n << 40n, witness: order };
    const digest = hashTypedData({ domain, types, primaryType, message });
    const action: Permit2Action = {
      kind: 'permit2',
      form: 'witness',
      owner: user.address,
      spender,
      items: [{ token, amount: 900n, until: 1n << 40n }],
      deadlineSeconds: 1n << 40n,
      witnessType: 'FairOrder',
      domain: { name: 'Permit2', version: null, chainId: null, verifyingContract: permit2, missing: false },
    };
    const tokens = [{ type: 'erc20', address: token }] as const;
    const query = messageQuery({
      chainId: chain.chainId,
      from: user.address,
      action,
      addresses: [spender],
      tokens,
    });
    // As pages write it: integers as text.
    const witness = { ...order, price: String(order.price) };
    const written = { ...message, nonce: '31', deadline: String(message.deadline), witness };
    const typed = { domain, types, primaryType, message: { ...written, permitted: { token, amount: '900' } } };
    const ask = { kind: 'typedData', version: 'v4', account: user.address, typed } as const;
    const asked = exact ? { ...query, request: { ...query.request, ask }, digest } : query;
    const view = await look(simulatorOn(chain.rpcUrl), asked, 20_000);
    expect(view.notes).not.toContain('power-failed');
    return (view.takers ?? []).map(({ by, amount }) => [by, amount]);
  };

  it('goes to anyone through a contract that passes calls on to Permit2', async () => {
    expect(await sign(await deploy('DoorPassing'), true)).toContainEqual(['anyone', 900n]);
  });

  it('goes to nobody where the contract takes it for the order alone that was signed', async () => {
    const reactor = await deploy('FairReactor');
    expect(await sign(reactor, true)).toEqual([]);
    // Were any signature good, an order that nobody signed would do.
    expect(await sign(reactor, false)).not.toEqual([]);
  });
});
