import { type Address, type Hex, hashTypedData, maxUint256, numberToHex, stringToHex } from 'viem';
import type { Case, Prepared, Variation } from '../Case.ts';
import { type Contract, dataOf } from '../protocols/contract.ts';
import { ERC20 } from '../protocols/tokens.ts';
import type { World } from '../World.ts';

/** One replay of one case: who asks, on which chain, and the ways to say it. */
export interface Stage {
  readonly world: World;
  readonly user: Address;
  /** Another account of the same person. */
  readonly second: Address;
  readonly variation: Variation;
  /** The variation's part of an amount. */
  part(amount: bigint): bigint;
  /** Unix seconds, from now on the chain. */
  later(seconds: number): Promise<bigint>;
  /** Set-up: the user did this before. */
  did(contract: Contract, functionName: string, args?: readonly unknown[], valueWei?: bigint): Promise<void>;
  /** Set-up: the user approved `spender` without limit before. */
  approved(token: Contract, spender: Contract): Promise<void>;
  /** The request: a transaction. */
  send(contract: Contract, functionName: string, args?: readonly unknown[], valueWei?: bigint): Prepared;
  raw(transaction: { to?: Address; data?: Hex; valueWei?: bigint }): Prepared;
  /** The request: EIP-712. */
  typed(data: TypedData): Prepared;
  /** The request: EIP-191 text. */
  say(text: string): Prepared;
  /** The request: EIP-5792. */
  calls(calls: readonly Step[]): Prepared;
  ask(method: string, params: readonly unknown[]): Prepared;
  /** A signature the user gave before. */
  signed(data: TypedData, by?: Address): Promise<Hex>;
}

export interface Step {
  readonly to: Address;
  readonly data?: Hex;
  readonly valueWei?: bigint;
}

export interface TypedData {
  readonly domain: {
    readonly name?: string;
    readonly version?: string;
    readonly chainId?: number;
    readonly verifyingContract?: Address;
    readonly salt?: Hex;
  };
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** What all cases of one file or protocol share. */
export interface About {
  readonly origin: string;
  readonly provenance: string;
}

type Play = (stage: Stage) => Promise<Prepared> | Prepared;

/** Makes the cases of one protocol: `[id, family, shape, play]` with `about` filled in. */
export function benign(about: About, id: string, family: string, shape: string, play: Play): Case {
  return {
    id,
    side: 'benign',
    family,
    shape,
    ...about,
    prepare: async (world, variation) => play(stageOf(world, variation)),
  };
}

export function step(contract: Contract, functionName: string, args: readonly unknown[] = [], valueWei = 0n): Step {
  return { to: contract.address, data: dataOf(contract, functionName, args), valueWei };
}

/** `n` struct members from `'address owner,uint256 value'`. */
export function members(text: string): { name: string; type: string }[] {
  return text.split(',').map((member) => {
    const [type = '', name = ''] = member.trim().split(' ');
    return { name, type };
  });
}

function stageOf(world: World, variation: Variation): Stage {
  const user = at(world.users, variation.account);
  const ask = (method: string, params: readonly unknown[]): Prepared => ({ method, params, account: user });
  const raw: Stage['raw'] = ({ to, data, valueWei = 0n }) =>
    ask('eth_sendTransaction', [
      { from: user, ...(to && { to }), ...(data && { data }), ...(valueWei > 0n && { value: numberToHex(valueWei) }) },
    ]);
  const did: Stage['did'] = async (contract, functionName, args = [], valueWei = 0n) => {
    await world.send(user, { to: contract.address, abi: contract.abi, functionName, args, valueWei });
  };
  return {
    world,
    user,
    second: at(world.users, variation.account + 1),
    variation,
    part: (amount) => (amount * BigInt(variation.amountBps)) / 10_000n,
    later: async (seconds) => (await world.nowSeconds()) + BigInt(seconds),
    did,
    approved: (token, spender) => did({ address: token.address, abi: ERC20 }, 'approve', [spender.address, maxUint256]),
    send: (contract, functionName, args = [], valueWei = 0n) =>
      raw({ to: contract.address, data: dataOf(contract, functionName, args), valueWei }),
    raw,
    typed: (data) => ask('eth_signTypedData_v4', [user, JSON.stringify(withDomainType(data), plain)]),
    say: (text) => ask('personal_sign', [stringToHex(text), user]),
    calls: (calls) =>
      ask('wallet_sendCalls', [
        {
          version: '2.0.0',
          chainId: numberToHex(world.chainId),
          from: user,
          atomicRequired: true,
          calls: calls.map(({ to, data = '0x', valueWei = 0n }) => ({ to, data, value: numberToHex(valueWei) })),
        },
      ]),
    ask,
    signed: (data, by = user) => world.signer(by).signTypedData(mutable(data)),
  };
}

function at(users: readonly Address[], index: number): Address {
  const user = users[index % users.length];
  if (user === undefined) throw new Error('The world has no users.');
  return user;
}

/** Dapps declare the domain's type; libraries that sign add it themselves. */
function withDomainType(data: TypedData): TypedData {
  const parts = [
    { name: 'name', type: 'string' },
    { name: 'version', type: 'string' },
    { name: 'chainId', type: 'uint256' },
    { name: 'verifyingContract', type: 'address' },
    { name: 'salt', type: 'bytes32' },
  ].filter(({ name }) => name in data.domain);
  return { ...data, types: { EIP712Domain: parts, ...data.types } };
}

/** What signing `data` signs. */
export function digestOf(data: TypedData): Hex {
  return hashTypedData(mutable(data));
}

/** viem's types ask for mutable lists. */
function mutable(data: TypedData) {
  const types = Object.fromEntries(Object.entries(data.types).map(([name, fields]) => [name, [...fields]]));
  return { ...data, types, message: { ...data.message } };
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A signature in its three parts, as permits on chain take it. */
export function parts(signature: Hex): readonly [v: number, r: Hex, s: Hex] {
  return [
    Number.parseInt(signature.slice(130, 132), 16),
    `0x${signature.slice(2, 66)}`,
    `0x${signature.slice(66, 130)}`,
  ];
}
