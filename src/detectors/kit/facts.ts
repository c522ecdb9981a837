import type { Address } from 'viem';
import type { Amount, Asset } from '../../decode/Action.ts';
import type { Fact } from '../Evidence.ts';

/** Constructors of facts: what a detector hands to the words, typed so that `explain/` knows how to say each. */
export const fact = {
  address: (value: Address): Fact => ({ type: 'address', value }),
  asset: (value: Asset): Fact => ({ type: 'asset', value }),
  amount: (asset: Asset, value: Amount): Fact => ({ type: 'amount', asset, value }),
  host: (value: string): Fact => ({ type: 'host', value }),
  quote: (value: string): Fact => ({ type: 'quote', value }),
  name: (value: string): Fact => ({ type: 'name', value }),
  number: (value: number): Fact => ({ type: 'number', value }),
  share: (value: number): Fact => ({ type: 'share', value }),
  /** YYYY-MM-DD of Unix seconds; far beyond the calendar it is clamped to year 9999. */
  date: (unixSeconds: bigint): Fact => ({ type: 'date', value: dayOf(unixSeconds) }),
} as const;

/** 31 December 9999, the last day JavaScript and people write with four digits. */
const LAST_DAY_SECONDS = 253_402_214_400n;

function dayOf(unixSeconds: bigint): string {
  const seconds = unixSeconds > LAST_DAY_SECONDS ? LAST_DAY_SECONDS : unixSeconds;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
