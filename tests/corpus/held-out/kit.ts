import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Address,
  concatHex,
  encodeFunctionData,
  getTypesForEIP712Domain,
  type Hex,
  numberToHex,
  parseSignature,
  stringToHex,
  type TypedDataDomain,
} from 'viem';
import { compileSources, pick } from '../artifact.ts';
import type { Case, Prepared, Variation } from '../Case.ts';
import type { Contract } from '../protocols/contract.ts';
import type { Artifact, World } from '../World.ts';

/** Who asks, and where the shape is from. */
export interface Site {
  readonly origin: string;
  readonly provenance: string;
}

export interface Typed {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Something the user can lose, and how much of it gas may take. */
export interface Holding {
  readonly slack: bigint;
  read(): Promise<bigint>;
}

export interface Tx {
  readonly to: Address;
  readonly data?: Hex;
  readonly valueWei?: bigint;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));
let compiled: Readonly<Record<string, Artifact>> | null = null;

/** A contract of this folder's Solidity, or of a package one of its files imports. */
export function code(name: string): Artifact {
  compiled ??= compileSources(FOLDER);
  return pick(compiled, name);
}

export const UNIT = 10n ** 18n;
export const CENTS = 10n ** 6n;
export const MAX = (1n << 256n) - 1n;
export const ZERO: Address = '0x0000000000000000000000000000000000000000';
const GAS_SLACK = UNIT / 50n;

export function benign(
  site: Site,
  id: string,
  family: string,
  shape: string,
  ask: (s: Stage) => Promise<Prepared>,
): Case {
  return { id: `ho-${id}`, side: 'benign', family, shape, ...site, prepare: (w, v) => ask(new Stage(w, v)) };
}

export function attack(
  site: Site,
  id: string,
  family: string,
  shape: string,
  ask: (s: Stage) => Promise<Prepared>,
): Case {
  return {
    id: `${family.toLowerCase()}-ho-${id}`,
    side: 'attack',
    family,
    shape,
    ...site,
    prepare: (w, v) => ask(new Stage(w, v)),
  };
}

/** `address to,uint256 amount` as members of a struct. */
export function members(text: string): readonly { name: string; type: string }[] {
  return text.split(',').map((field) => {
    const [type = '', name = ''] = field.trim().split(' ');
    return { name, type };
  });
}

/** One user in one replay: what they did before, what they are asked, what a thief makes of it. */
export class Stage {
  readonly user: Address;
  readonly thief: Address;
  /** The user's other account. */
  readonly second: Address;

  constructor(
    readonly world: World,
    readonly variation: Variation,
  ) {
    const { users } = world;
    this.user = users[variation.account % users.length] ?? ZERO;
    this.second = users[(variation.account + 1) % users.length] ?? ZERO;
    this.thief = world.attacker;
  }

  part(amount: bigint): bigint {
    const scaled = (amount * BigInt(this.variation.amountBps)) / 10_000n;
    return scaled > 0n ? scaled : 1n;
  }

  async in(seconds: number): Promise<bigint> {
    return (await this.world.nowSeconds()) + BigInt(seconds);
  }

  /** An honest team's contract. */
  async place(
    name: string,
    args: readonly unknown[] = [],
    options: { key?: string; valueWei?: bigint } = {},
  ): Promise<Contract> {
    const artifact = code(name);
    const address = await this.world.deploy(`held ${options.key ?? name}`, artifact, args, {
      valueWei: options.valueWei ?? 0n,
    });
    return { address, abi: artifact.abi };
  }

  /** The thief's. */
  async trap(
    name: string,
    args: readonly unknown[] = [],
    options: { key?: string; valueWei?: bigint } = {},
  ): Promise<Contract> {
    const artifact = code(name);
    const address = await this.world.deploy(`held trap ${options.key ?? name}`, artifact, args, {
      from: this.thief,
      valueWei: options.valueWei ?? 0n,
    });
    return { address, abi: artifact.abi };
  }

  async did(
    on: Contract,
    functionName: string,
    args: readonly unknown[] = [],
    valueWei = 0n,
    from = this.user,
  ): Promise<void> {
    await this.world.send(from, { to: on.address, abi: on.abi, functionName, args, valueWei });
  }

  /** The user allowed this before. */
  allowed(token: Contract, spender: { address: Address }, amount = MAX): Promise<void> {
    return this.did(token, 'approve', [spender.address, amount]);
  }

  tx(call: Tx, more: Readonly<Record<string, unknown>> = {}): Prepared {
    const { to, data, valueWei = 0n } = call;
    const fields = {
      from: this.user,
      to,
      ...(data === undefined ? {} : { data }),
      ...(valueWei > 0n ? { value: numberToHex(valueWei) } : {}),
      ...more,
    };
    return { method: 'eth_sendTransaction', params: [fields], account: this.user };
  }

  call(on: Contract, functionName: string, args: readonly unknown[] = [], valueWei = 0n): Prepared {
    return this.tx({ to: on.address, data: dataOf(on, functionName, args), valueWei });
  }

  calls(list: readonly Tx[]): Prepared {
    const calls = list.map(({ to, data = '0x', valueWei = 0n }) => ({ to, data, value: numberToHex(valueWei) }));
    const chainId = numberToHex(this.world.chainId);
    return {
      method: 'wallet_sendCalls',
      params: [{ version: '2.0.0', chainId, from: this.user, atomicRequired: true, calls }],
      account: this.user,
    };
  }

  typed(data: Typed, method = 'eth_signTypedData_v4'): Prepared {
    return { method, params: [this.user, textOf(data)], account: this.user };
  }

  message(text: string): Prepared {
    return { method: 'personal_sign', params: [stringToHex(text), this.user], account: this.user };
  }

  ask(method: string, params: readonly unknown[]): Prepared {
    return { method, params, account: this.user };
  }

  signed(data: Typed, by = this.user): Promise<Hex> {
    return this.world.signer(by).signTypedData(data);
  }

  async vrs(data: Typed, by = this.user): Promise<readonly [number, Hex, Hex]> {
    const { r, s, yParity } = parseSignature(await this.signed(data, by));
    return [27 + yParity, r, s];
  }

  /** Sent by the thief. */
  rob(on: Contract, functionName: string, args: readonly unknown[] = [], valueWei = 0n): Promise<void> {
    return this.did(on, functionName, args, valueWei, this.thief);
  }

  /** What follows when the user agrees to a transaction or a batch: it is mined, the thief acts, less is left. */
  theft(asked: Prepared, loses: Holding, then: () => Promise<void> = async () => {}): Prepared {
    const strike = async (): Promise<boolean> => {
      const before = await loses.read();
      for (const call of sentOf(asked)) await this.world.sendRaw(this.user, call);
      await then();
      return before - (await loses.read()) > loses.slack;
    };
    return { ...asked, strike };
  }

  coins(of = this.user): Holding {
    return {
      slack: GAS_SLACK,
      read: async () => BigInt(String(await this.world.rpc('eth_getBalance', [of, 'latest']))),
    };
  }

  held(token: Contract, of = this.user): Holding {
    return {
      slack: 0n,
      read: async () => BigInt(String(await this.world.read(token.address, BALANCE, 'balanceOf', [of]))),
    };
  }

  /** One edition of an ERC-1155. */
  editions(token: Contract, id: bigint): Holding {
    return {
      slack: 0n,
      read: async () => BigInt(String(await this.world.read(token.address, token.abi, 'balanceOf', [this.user, id]))),
    };
  }

  /** 1 while the address that answers is the user's. */
  mine(on: Contract, getter: string, args: readonly unknown[] = []): Holding {
    const isMine = async (): Promise<bigint> =>
      String(await this.world.read(on.address, on.abi, getter, args)).toLowerCase() === this.user.toLowerCase()
        ? 1n
        : 0n;
    return { slack: 0n, read: isMine };
  }

  async balance(token: Contract, of = this.user): Promise<bigint> {
    return this.held(token, of).read();
  }

  /** Makes the user's account what an EIP-7702 delegation makes it. */
  async delegated(to: Contract): Promise<Contract> {
    await this.world.rpc('anvil_setCode', [this.user, concatHex(['0xef0100', to.address])]);
    return { address: this.user, abi: to.abi };
  }
}

const BALANCE = [
  {
    type: 'function',
    name: 'balanceOf',
    stateMutability: 'view',
    inputs: [{ name: 'of', type: 'address' }],
    outputs: [{ name: '', type: 'uint256' }],
  },
] as const;

export function dataOf(on: Contract, functionName: string, args: readonly unknown[] = []): Hex {
  return encodeFunctionData({ abi: on.abi, functionName, args: [...args] });
}

/** As a dapp writes it: whole numbers as decimal text. */
export function textOf({ domain, types, primaryType, message }: Typed): string {
  const all = { EIP712Domain: getTypesForEIP712Domain({ domain }), ...types };
  return JSON.stringify({ types: all, domain, primaryType, message }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function sentOf({ method, params }: Prepared): Tx[] {
  const first: unknown = params[0];
  if (typeof first !== 'object' || first === null) return [];
  if (/^eth_sendtransaction$/iu.test(method.trim())) return [txOf(first)];
  const calls: unknown = method === 'wallet_sendCalls' ? Reflect.get(first, 'calls') : [];
  return Array.isArray(calls) ? calls.map(txOf) : [];
}

/** As wallets read it: `input` before `data`, values in either base. */
function txOf(call: unknown): Tx {
  const field = (name: string): unknown => Reflect.get(Object(call), name);
  const data = field('input') ?? field('data') ?? '0x';
  return { to: hexOf(field('to')), data: hexOf(data), valueWei: BigInt(String(field('value') ?? 0)) };
}

function hexOf(value: unknown): Hex {
  return `0x${String(value).slice(2)}`;
}
