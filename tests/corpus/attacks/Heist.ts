import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Abi, type Address, encodeFunctionData, type Hex, numberToHex } from 'viem';
import { compileSources, pick } from '../artifact.ts';
import type { Variation } from '../Case.ts';
import { PERMIT2 } from '../createWorld.ts';
import type { Artifact, World } from '../World.ts';

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '..', 'contracts');

/** Something deployed: where it is and how it is called. */
export interface Deployed {
  readonly address: Address;
  readonly abi: Abi;
}

export interface RawCall {
  readonly to: Address;
  readonly data: Hex;
  readonly valueWei?: bigint;
}

/** How much the user has of what is at stake; a theft makes it smaller. */
export type Measure = () => Promise<bigint>;

export const ETHER = 10n ** 18n;
export const NO_LIMIT = 2n ** 256n - 1n;
export const NO_LIMIT_160 = 2n ** 160n - 1n;
export const FAR_SECONDS = 4_000_000_000n;
export const ZERO_ADDRESS: Address = '0x0000000000000000000000000000000000000000';

/** One attack being prepared: the world, the victim, and what both sides need for it. */
export class Heist {
  readonly user: Address;
  readonly thief: Address;

  constructor(
    readonly world: World,
    readonly variation: Variation,
  ) {
    const user = world.users[variation.account % world.users.length];
    if (user === undefined) throw new Error('The world has no users.');
    this.user = user;
    this.thief = world.attacker;
  }

  /** Scales what the case would use by the variation, at least 1. */
  scaled(amount: bigint): bigint {
    const scaled = (amount * BigInt(this.variation.amountBps)) / 10_000n;
    return scaled > 0n ? scaled : 1n;
  }

  /** The thief's contract, deployed once per name and arguments. */
  async thiefs(name: string, args: readonly unknown[] = [], valueWei = 0n): Promise<Deployed> {
    return this.#deploy(name, args, this.thief, valueWei);
  }

  /** An honest contract. */
  async honest(name: string, args: readonly unknown[] = []): Promise<Deployed> {
    return this.#deploy(name, args, this.world.deployer, 0n);
  }

  async #deploy(name: string, args: readonly unknown[], from: Address, valueWei: bigint): Promise<Deployed> {
    const artifact = ownContract(name);
    const address = await this.world.deploy(`attack ${from} ${name} ${args.join()}`, artifact, args, {
      from,
      valueWei,
    });
    return { address, abi: artifact.abi };
  }

  /** A dollar coin with ERC-2612 permit of which the user holds `amount`. */
  coin(amount = 12_500_000_000n): Promise<Deployed> {
    return this.#held('Coin', ['Nova Dollar', 'NOVD', 6], amount);
  }

  otherCoin(amount = 40n * ETHER): Promise<Deployed> {
    return this.#held('Coin', ['Harbour', 'HRBR', 18], amount);
  }

  /** Another kind of coin of Tokens.sol, held by the user. */
  coinOf(kind: string, amount = 7_000n * ETHER): Promise<Deployed> {
    return this.#held(kind, [], amount);
  }

  async #held(kind: string, args: readonly unknown[], amount: bigint): Promise<Deployed> {
    const coin = await this.honest(kind, args);
    await this.send(this.world.deployer, coin, 'mint', [this.user, this.scaled(amount)]);
    return coin;
  }

  /** A collection of which the user holds `count` fresh items. */
  async art(count = 3n, name = 'Paper Foxes'): Promise<Deployed & { readonly ids: readonly bigint[] }> {
    const art = await this.honest('Art', [name]);
    const first = BigInt(String(await this.world.read(art.address, art.abi, 'nextId')));
    await this.send(this.world.deployer, art, 'mint', [this.user, count]);
    return { ...art, ids: Array.from({ length: Number(count) }, (_, index) => first + BigInt(index)) };
  }

  /** ERC-1155 items 7 and 8, 5 and 20 of them. */
  async items(): Promise<Deployed> {
    const items = await this.honest('Items');
    await this.send(this.world.deployer, items, 'mint', [this.user, 7n, 5n]);
    await this.send(this.world.deployer, items, 'mint', [this.user, 8n, 20n]);
    return items;
  }

  async send(from: Address, to: Deployed, functionName: string, args: readonly unknown[] = [], valueWei = 0n) {
    await this.world.send(from, { to: to.address, abi: to.abi, functionName, args, valueWei });
  }

  encode(to: Deployed, functionName: string, args: readonly unknown[] = [], valueWei = 0n): RawCall {
    const data = encodeFunctionData({ abi: to.abi, functionName, args: [...args] });
    return { to: to.address, data, valueWei };
  }

  /** The user approved Permit2 once, long ago, as most people have. */
  async approvedPermit2(coin: Deployed): Promise<void> {
    await this.send(this.user, coin, 'approve', [PERMIT2, NO_LIMIT]);
  }

  balance(coin: Deployed, of: Address = this.user): Measure {
    return async () => BigInt(String(await this.world.read(coin.address, coin.abi, 'balanceOf', [of])));
  }

  itemBalance(items: Deployed, id: bigint, of: Address = this.user): Measure {
    return async () => BigInt(String(await this.world.read(items.address, items.abi, 'balanceOf', [of, id])));
  }

  /** Wei; the fee for the user's own transaction is far below any theft here. */
  ether(of: Address = this.user): Measure {
    return async () => {
      const wei = BigInt(String(await this.world.rpc('eth_getBalance', [of, 'latest'])));
      return wei / (ETHER / 1000n);
    };
  }

  /** 1 while `holder` is what the contract's function says, else 0. */
  commands(
    contract: Deployed,
    functionName: string,
    args: readonly unknown[] = [],
    holder: string = this.user,
  ): Measure {
    return async () => {
      const says = String(await this.world.read(contract.address, contract.abi, functionName, args));
      return says.toLowerCase() === holder.toLowerCase() ? 1n : 0n;
    };
  }

  /** An address of somebody who has never done anything. */
  stranger(seed: string): Address {
    return `0x${Buffer.from(`countersign stranger ${seed}`.padEnd(40, '.')).toString('hex').slice(-40)}`;
  }

  async setEther(address: Address, wei: bigint): Promise<void> {
    await this.world.rpc('anvil_setBalance', [address, numberToHex(wei)]);
  }
}

/** A contract of tests/corpus/contracts. */
export function ownContract(name: string): Artifact {
  return pick(compileSources(SOURCES), name);
}
