import type { Address, Hex } from 'viem';
import type { Header } from '../header.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { ContractFacts } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { ageOf, type PastCode, paceOf, readPast } from './ages.ts';
import { codeCore } from './codeCore.ts';
import { type ProxySlots, proxyOf, readProxySlots } from './proxy.ts';

/** Contracts one look asks about beyond their account: those that nobody here knows, the first named first. */
export const MAX_CONTRACTS = 4;

/** What the desk learns from the rest of the look. */
export interface Surroundings {
  /** The newest header known while packing; `null` on the first look at an endpoint. */
  readonly header: () => Header | null;
  /** The chain's pace as measured before, seconds a block. */
  readonly pace: { secondsPerBlock: number | null };
}

/** Collects what is asked of contracts in a look, and makes the facts once everything is back. */
export interface ContractDesk {
  want(address: Address): void;
  /** Packs what is wanted and was not asked yet. Never rejects. */
  ask(ask: Ask): Promise<void>;
  /**
   * @param nowSeconds the newest block's time.
   * @param codeAt an account's code as the look read it, `null` when it did not.
   */
  facts(nowSeconds: bigint, codeAt: (address: Address) => Code | null): ReadonlyMap<Address, ContractFacts>;
}

export interface Code {
  readonly bytes: Hex;
  readonly hash: Hex | null;
}

export function createContractDesk({ header, pace }: Surroundings): ContractDesk {
  /** `false` until its age was asked for. */
  const wanted = new Map<Address, { slots: boolean; age: boolean }>();
  const slots = new Map<Address, ProxySlots>();
  const past: PastCode[] = [];

  return {
    want(address) {
      const key = lowerAddress(address);
      if (!wanted.has(key) && wanted.size < MAX_CONTRACTS) wanted.set(key, { slots: false, age: false });
    },
    async ask(ask) {
      const newest = header();
      const forSlots = [...wanted].filter(([, state]) => !state.slots);
      const forAge = newest === null ? [] : [...wanted].filter(([, state]) => !state.age);
      for (const [, state] of forSlots) state.slots = true;
      for (const [, state] of forAge) state.age = true;
      await Promise.all([
        ...forSlots.map(async ([address]) => slots.set(address, await readProxySlots(ask, address))),
        ...(newest === null || forAge.length === 0
          ? []
          : [
              askAges(
                newest,
                forAge.map(([address]) => address),
              ),
            ]),
      ]);

      async function askAges(at: Header, addresses: readonly Address[]): Promise<void> {
        const found = await readPast(ask, addresses, at, pace.secondsPerBlock);
        past.push(...found);
        pace.secondsPerBlock = paceOf(found, at) ?? pace.secondsPerBlock;
      }
    },
    facts(nowSeconds, codeAt) {
      const facts = new Map<Address, ContractFacts>();
      for (const address of wanted.keys()) {
        const code = codeAt(address);
        const stored = slots.get(address);
        if (code === null || code.bytes === '0x' || stored === undefined) continue;
        facts.set(address, {
          ...proxyOf(code.bytes, stored),
          ...ageOf(address, code.hash, past, nowSeconds),
          coreHash: codeCore(code.bytes),
        });
      }
      return facts;
    },
  };
}
