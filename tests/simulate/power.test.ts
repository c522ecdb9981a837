import {
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  maxUint256,
  toFunctionSelector,
} from 'viem';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action, Permit2Action } from '../../src/decode/Action.ts';
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

async function deploy(name: string, args: readonly unknown[] = []): Promise<Address> {
  const artefact = compileContracts()[name];
  if (artefact === undefined) throw new Error(`No contract ${name}.`);
  const from = chain.accounts.attacker.address;
  const nonce = await chain.client.getTransactionCount({ address: from });
  const { status } = await chain.send({ from, data: encodeDeployData({ ...artefact, args }) });
  expect(status).toBe('success');
  return getContractAddress({ from, nonce: BigInt(nonce) });
}

async function viewOf(to: Address, data: Hex, more: { known?: readonly Address[]; named?: Address } = {}) {
  const view = await look(
    simulatorOn(chain.rpcUrl),
    {
      ...transactionQuery(
        { chainId: chain.chainId, from: chain.accounts.user.address, addresses: more.named ? [more.named] : [] },
        { to, data },
      ),
      ...(more.known === undefined ? {} : { known: more.known }),
    },
    20_000,
  );
  expect(view.run?.status).toBe('success');
  expect(view.notes).not.toContain('power-failed');
  return view;
}

async function takersOf(...args: Parameters<typeof viewOf>): Promise<readonly Taker[]> {
  return (await viewOf(...args)).takers ?? [];
}

const approve = (spender: Address, amount = maxUint256) =>
  takersOf(chain.contracts.token, chain.encode('token', 'approve', [spender, amount]));
const operate = (collection: 'nft' | 'items', operator: Address) =>
  takersOf(chain.contracts[collection], chain.encode(collection, 'setApprovalForAll', [operator, true]));
const whoAndWhat = (takers: readonly Taker[]) => takers.map(({ by, asset, amount }) => [by, asset.type, amount]);
const attacker = (): string => chain.accounts.attacker.address.toLowerCase();
const holding = async (): Promise<bigint> => {
  const { token } = chain.contracts;
  const args = [chain.accounts.user.address];
  const held = await chain.client.readContract({
    address: token,
    abi: chain.abi('token'),
    functionName: 'balanceOf',
    args,
  });
  return BigInt(String(held));
};

describe('who can make a spender take the user’s tokens', () => {
  it('finds the owner that a storage slot names', async () => {
    expect(whoAndWhat(await approve(await deploy('OwnedTaker')))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  it('finds the owner compiled into the code', async () => {
    expect(whoAndWhat(await approve(chain.contracts.drainer))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  it('finds the holder of a role that only an event names', async () => {
    const taker = await deploy('RoleTaker', [chain.accounts.stranger.address]);
    const collector = chain.accounts.stranger.address.toLowerCase();
    expect(whoAndWhat(await approve(taker))).toEqual([[collector, 'erc20', await holding()]]);
  });

  it('finds that whoever the contract puts on its list can', async () => {
    expect(whoAndWhat(await approve(await deploy('WorkerTaker')))).toEqual([['listed', 'erc20', await holding()]]);
  });

  it('points out who can replace a proxy’s program, and code without functions', async () => {
    const approval = async (spender: Address) => {
      const data = chain.encode('token', 'approve', [spender, maxUint256]);
      return (await viewOf(chain.contracts.token, data)).unbound;
    };
    const proxy = await deploy('TakerProxy', [await deploy('HonestVault'), chain.accounts.attacker.address]);
    expect(await approval(proxy)).toMatchObject([{ why: 'replaceable', by: attacker() }]);
    expect(await approval(await deploy('HiddenTaker'))).toMatchObject([{ why: 'hidden', by: null }]);
    expect(await approval(await deploy('HonestVault'))).toEqual([]);
  });

  it('finds the maker of code without functions, by packed bytes', async () => {
    expect(whoAndWhat(await approve(await deploy('HiddenTaker')))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  it('finds what stands behind a diamond’s table', async () => {
    const facet = await deploy('FacetTaker');
    const selector = toFunctionSelector('takeBy(address,address,uint256)');
    const takers = await approve(await deploy('DiamondTaker', [facet, selector]));
    expect(takers).toContainEqual(expect.objectContaining({ by: 'anyone', selector, amount: await holding() }));
  });

  it('sees a keeper replace a program that has no use for the power, and no other’s', async () => {
    const friend = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
    const found = async (behind: string) => {
      const proxy = await deploy('KeptProxy', [await deploy(behind), friend]);
      const data = chain.encode('token', 'approve', [proxy, maxUint256]);
      return (await viewOf(chain.contracts.token, data)).unbound;
    };
    expect(await found('IdleProgram')).toMatchObject([{ why: 'replaceable', by: attacker(), idle: true }]);
    const [vault] = (await found('HonestVault')) ?? [];
    expect(vault?.why).toBe('replaceable');
    expect(vault?.idle).toBeUndefined();
  });

  it('takes no more than the allowance', async () => {
    expect(whoAndWhat(await approve(chain.contracts.drainer, 7n))).toEqual([[attacker(), 'erc20', 7n]]);
  });

  it('finds that anyone can, through a contract that forwards calls', async () => {
    const takers = await approve(await deploy('PublicForwarder'));
    expect(whoAndWhat(takers)).toContainEqual(['anyone', 'erc20', await holding()]);
  });

  it('finds a collector packed beside a flag, behind tx.origin and arrays', async () => {
    expect(whoAndWhat(await approve(await deploy('BatchTaker')))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  it('looks behind a proxy', async () => {
    const proxy = await deploy('TakerProxy', [await deploy('OwnedTaker'), chain.accounts.attacker.address]);
    expect(whoAndWhat(await approve(proxy))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  it('looks behind every spelling of a minimal proxy', async () => {
    const behind = (await deploy('PublicForwarder')).slice(2).toLowerCase();
    const clone: Address = '0x5555555555555555555555555555555555555501';
    await chain.request('anvil_setCode', [clone, `0x365f5f375f5f365f73${behind}5af43d5f5f3e5f3d91602a57fd5bf3`]);
    expect(whoAndWhat(await approve(clone))).toContainEqual(['anyone', 'erc20', await holding()]);
  });

  it('finds who can take collectibles', async () => {
    const taker = await deploy('CollectionTaker');
    expect(whoAndWhat(await operate('nft', taker))).toEqual([[attacker(), 'erc721', 1n]]);
    expect(whoAndWhat(await operate('items', taker))).toMatchObject([[attacker(), 'erc1155', expect.any(BigInt)]]);
  });
});

describe('a power that a signature would give', () => {
  const sign = async (action: Action) => {
    const { user } = chain.accounts;
    const { drainer, token } = chain.contracts;
    const tokens = [{ type: 'erc20', address: token }] as const;
    const parts = { chainId: chain.chainId, from: user.address, action, addresses: [drainer], tokens };
    const view = await look(simulatorOn(chain.rpcUrl), messageQuery(parts), 20_000);
    expect(view.notes).not.toContain('power-failed');
    return view.takers ?? [];
  };
  const domain = { name: null, version: null, chainId: null, verifyingContract: null, missing: false };

  it('is tried as if it were used: an ERC-2612 permit', async () => {
    const action: Action = {
      kind: 'permit',
      standard: 'erc2612',
      asset: { type: 'erc20', address: chain.contracts.token },
      owner: chain.accounts.user.address,
      spender: chain.contracts.drainer,
      amount: 'unlimited',
      until: 'revoked',
      deadlineSeconds: null,
      nonce: null,
      domain,
    };
    expect(whoAndWhat(await sign(action))).toEqual([[attacker(), 'erc20', await holding()]]);
  });

  const permit2Takers = async (spender: Address, form: Permit2Action['form']) => {
    const { token, permit2 } = chain.contracts;
    const { user } = chain.accounts;
    await chain.send({ from: user.address, to: token, data: chain.encode('token', 'approve', [permit2, maxUint256]) });
    const items = [{ token, amount: 9n, until: 'revoked' }] as const;
    const whose = { owner: user.address, spender, items, deadlineSeconds: null, witnessType: null, domain };
    const action: Action = { kind: 'permit2', form, ...whose };
    const tokens = [{ type: 'erc20', address: token }] as const;
    const parts = { chainId: chain.chainId, from: user.address, action, addresses: [spender], tokens };
    const view = await look(simulatorOn(chain.rpcUrl), messageQuery(parts), 20_000);
    expect(view.notes).not.toContain('power-failed');
    return view.takers ?? [];
  };

  it('is tried as if it were used: a Permit2 allowance', async () => {
    const takers = await permit2Takers(await deploy('Permit2Taker'), 'allowance');
    expect(whoAndWhat(takers)).toEqual([[attacker(), 'erc20', 9n]]);
  });

  it('is tried as if it were used: a Permit2 transfer that the spender’s owner passes on', async () => {
    const takers = await permit2Takers(await deploy('SignatureTaker'), 'transfer');
    expect(whoAndWhat(takers)).toEqual([[attacker(), 'erc20', 9n]]);
  });

  it('finds nobody where a Permit2 transfer serves only who signed it', async () => {
    expect(await permit2Takers(await deploy('HonestSignatureVault'), 'transfer')).toEqual([]);
  });
});

describe('power to borrow', () => {
  const lend = async () => {
    const lender = await deploy('Lender', [chain.contracts.token]);
    const { user } = chain.accounts;
    const abi = compileContracts().Lender?.abi ?? [];
    const did = async (from: Address, to: Address, data: Hex) =>
      expect((await chain.send({ from, to, data })).status).toBe('success');
    const held = (await holding()) / 2n;
    await did(user.address, chain.contracts.token, chain.encode('token', 'approve', [lender, maxUint256]));
    const args = [chain.contracts.token, held, user.address, 0];
    await did(user.address, lender, encodeFunctionData({ abi, functionName: 'supply', args }));
    return { lender, abi, held };
  };
  const delegate = async (borrower: Address, part: (held: bigint) => bigint, signed: boolean) => {
    const { lender, abi, held } = await lend();
    const amount = part(held);
    const action: Action = {
      kind: 'allowance',
      asset: { type: 'erc20', address: lender },
      spender: borrower,
      amount: amount === maxUint256 ? 'unlimited' : amount,
      change: 'set',
      revokes: false,
      power: 'borrow',
    };
    const parts = { chainId: chain.chainId, from: chain.accounts.user.address, action, addresses: [borrower] };
    const data = encodeFunctionData({ abi, functionName: 'approveDelegation', args: [borrower, amount] });
    const query = signed ? messageQuery(parts) : { ...transactionQuery(parts, { to: lender, data }), action };
    const view = await look(simulatorOn(chain.rpcUrl), query, 20_000);
    expect(view.notes).not.toContain('power-failed');
    return view;
  };

  it.each([false, true])('finds who draws loans in the user’s name (by signature: %s)', async (signed) => {
    const { takers } = await delegate(await deploy('Borrower', [0]), () => maxUint256, signed);
    expect(takers).toMatchObject([{ by: attacker(), power: 'borrow', amount: 10_000n }]);
  });

  it.each([1, 2])('finds nobody where the coins are the user’s again (way %s)', async (way) => {
    expect((await delegate(await deploy('Borrower', [way]), () => maxUint256, false)).takers).toEqual([]);
  });

  it('tells a part of the credit from nearly all of it', async () => {
    const borrower = await deploy('Borrower', [2]);
    const bounded = async (part: (held: bigint) => bigint) =>
      (await delegate(borrower, part, true)).boundedCredit?.map((one) => one.toLowerCase());
    expect(await bounded((held) => held / 2n)).toEqual([borrower.toLowerCase()]);
    expect(await bounded((held) => (held * 95n) / 100n)).toEqual([]);
    expect(await bounded(() => maxUint256)).toEqual([]);
  });
});

describe('a payment by signature', () => {
  const pay = async (spender: Address) => {
    const { token } = chain.contracts;
    const { user } = chain.accounts;
    const domain = { name: null, version: null, chainId: null, verifyingContract: null, missing: false };
    const asset = { type: 'erc20', address: token } as const;
    const more = { owner: user.address, spender, until: 'revoked', deadlineSeconds: null, nonce: null } as const;
    const action: Action = { kind: 'permit', standard: 'erc3009', asset, amount: await holding(), domain, ...more };
    const parts = { chainId: chain.chainId, from: user.address, action, addresses: [spender], tokens: [asset] };
    const view = await look(simulatorOn(chain.rpcUrl), messageQuery(parts), 20_000);
    expect(view.notes).not.toContain('power-failed');
    return view.takers ?? [];
  };

  it('finds the one whose word a contract does', async () => {
    expect(await pay(await deploy('OwnedHand'))).toMatchObject([{ by: attacker(), power: 'command' }]);
    expect(await pay(await deploy('PublicForwarder'))).toContainEqual(
      expect.objectContaining({ by: 'anyone', power: 'command' }),
    );
  });

  it('finds nobody where an owner only collects the takings', async () => {
    expect(await pay(await deploy('Shop'))).toEqual([]);
    expect(await pay(await deploy('HonestVault'))).toEqual([]);
  });
});

describe('honest spenders', () => {
  it('finds nobody who could use them', async () => {
    expect(await approve(await deploy('HonestVault'))).toEqual([]);
    expect(await approve(await deploy('HonestDelegation'))).toEqual([]);
    expect(await approve(chain.contracts.router)).toEqual([]);
    expect(await operate('nft', await deploy('HonestMarket'))).toEqual([]);
  });

  it('tries nobody where the registry knows the contract', async () => {
    const { drainer, token } = chain.contracts;
    const data = chain.encode('token', 'approve', [drainer, 5n]);
    expect(await takersOf(token, data, { known: [drainer] })).toEqual([]);
  });
});
