import type { Amount, Asset } from '../decode/Action.ts';
import type { Speech } from './Speech.ts';
import { decimalsOf, lower } from './tokens.ts';

/** "(about $3,600 by the price feed Aave uses, 12 minutes old)"; `null` when nobody here knows a price. */
export function worthText(speech: Speech, asset: Asset, amount: Amount): string | null {
  if (amount === 'unlimited' || asset.type === 'erc721' || asset.type === 'erc1155') return null;
  const price = speech.chain?.prices?.get(asset.type === 'native' ? 'native' : lower(asset.address));
  const decimals = decimalsOf(speech, asset);
  if (price === undefined || decimals === null) return null;
  const usd = (Number(amount) / 10 ** decimals) * price.usd;
  // Less than a cent is said by the amount itself; more than any holding is a broken price.
  if (!(usd >= LEAST_USD && usd <= MOST_USD)) return null;
  return speech.say('worth', {
    usd: dollars(usd, speech.language),
    source: price.source,
    ...ageOf(price.ageSeconds),
  });
}

const LEAST_USD = 0.01;
const MOST_USD = 1e12;

/** Two digits that count: a live price is no more exact than that. */
function dollars(usd: number, language: string): string {
  const digits = usd < 1 ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 2 };
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', ...digits }).format(usd);
}

function ageOf(seconds: number | null): { readonly unit: string; readonly count: number } {
  if (seconds === null) return { unit: 'none', count: 0 };
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 120 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.round(minutes / 60) };
}
