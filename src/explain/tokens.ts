import type { Address } from 'viem';
import type { Amount, Asset } from '../decode/Action.ts';
import { decimalText } from './numbers.ts';
import { quotePhrase } from './quote.ts';
import type { Speech } from './Speech.ts';

export type Thing = Asset | { readonly type: 'collection'; readonly address: Address };

/** Who a token is: by its registry, never by itself. */
export type Naming =
  | { readonly kind: 'listed'; readonly symbol: string }
  | { readonly kind: 'posing'; readonly symbol: string; readonly self: string }
  | { readonly kind: 'borrowed'; readonly symbol: string; readonly self: string }
  | { readonly kind: 'unlisted'; readonly self: string | null }
  | { readonly kind: 'coins' };

export function namingOf(speech: Speech, thing: Thing): Naming {
  const { registry, chainId } = speech;
  if (thing.type === 'native') {
    const symbol = chainId === null ? null : registry?.chain(chainId)?.nativeSymbol;
    return symbol == null ? { kind: 'coins' } : { kind: 'listed', symbol };
  }
  const address = lower(thing.address);
  const listed = chainId === null ? null : registry?.token(chainId, address);
  if (listed != null) return { kind: 'listed', symbol: listed.symbol };
  const facts = speech.chain?.tokens.get(address);
  const self = facts?.symbol || facts?.name || null;
  const twin =
    chainId === null || self === null
      ? null
      : registry?.impersonates(chainId, address, facts?.symbol ?? null, facts?.name ?? null);
  if (twin == null || self === null) return { kind: 'unlisted', self };
  return { kind: twin.kind === 'token' ? 'posing' : 'borrowed', symbol: twin.symbol, self };
}

/** A token or collection in full words: "USDC", "a token no list knows (it calls itself “MOON”)". */
export function tokenText(speech: Speech, thing: Thing): string {
  const naming = namingOf(speech, thing);
  const what = isFungible(thing) ? 'token' : 'collection';
  switch (naming.kind) {
    case 'listed':
      return naming.symbol;
    case 'coins':
      return speech.say('token.coins');
    case 'posing':
      return speech.say('token.posing', { what, symbol: naming.symbol, self: quotePhrase(naming.self) });
    case 'borrowed':
      return speech.say('token.borrowed', { what, symbol: naming.symbol, self: quotePhrase(naming.self) });
    case 'unlisted':
      return naming.self === null
        ? speech.say('token.unlisted', { what })
        : speech.say('token.unlisted.self', { what, self: quotePhrase(naming.self) });
  }
}

/** An amount with its token in full words: "1,500 USDC", "BAYC #42". */
export function amountText(speech: Speech, asset: Asset, amount: Amount): string {
  const token = tokenText(speech, asset);
  const named = namingOf(speech, asset).kind === 'listed' ? 'yes' : 'no';
  if (asset.type === 'erc721') return itemText(speech, token, named, asset.id);
  if (asset.type === 'erc1155') {
    const item = itemText(speech, token, named, asset.id);
    if (amount === 'unlimited') return speech.say('amount.all', { token: item, named: 'no' });
    return amount === 1n ? item : speech.say('amount.items', { number: wholeText(speech, amount), item });
  }
  if (amount === 'unlimited') return speech.say('amount.all', { token, named });
  const number = numberText(speech, asset, amount);
  return number === null ? speech.say('amount.some', { token, named }) : speech.say('amount', { number, token, named });
}

/** The number alone, by the token's decimals; `null` when they are not known. */
export function numberText(speech: Speech, asset: Asset, amount: bigint): string | null {
  const decimals = decimalsOf(speech, asset);
  return decimals === null ? null : scaledText(speech, amount, decimals);
}

function scaledText(speech: Speech, amount: bigint, decimals: number): string {
  const scaled = decimalText(amount, decimals, speech.language);
  if (scaled.kind === 'number') return scaled.text;
  return speech.say(scaled.kind === 'huge' ? 'amount.huge' : 'amount.tiny');
}

function wholeText(speech: Speech, amount: bigint): string {
  return scaledText(speech, amount, 0);
}

function itemText(speech: Speech, token: string, named: 'yes' | 'no', id: bigint | null): string {
  if (id === null) return speech.say('amount.item.any', { token, named });
  return speech.say('amount.item', { token, named, id: idText(id) });
}

/** Some collections use hashes as ids: the ends are enough to tell two apart in a sentence. */
function idText(id: bigint): string {
  const digits = id.toString();
  return digits.length <= 12 ? digits : `${digits.slice(0, 4)}…${digits.slice(-4)}`;
}

/** More decimals than any token has would only fill memory. */
const MAX_DECIMALS = 77;
const NATIVE_DECIMALS = 18;

/** By the registry, else by the token itself; `null` when neither says something readable. */
export function decimalsOf(speech: Speech, asset: Asset): number | null {
  const { registry, chainId, chain } = speech;
  if (asset.type === 'native') {
    return (chainId === null ? null : registry?.chain(chainId)?.nativeDecimals) ?? NATIVE_DECIMALS;
  }
  const address = lower(asset.address);
  const listed = chainId === null ? null : registry?.token(chainId, address)?.decimals;
  const decimals = listed ?? chain?.tokens.get(address)?.decimals ?? null;
  return decimals === null || decimals < 0 || decimals > MAX_DECIMALS ? null : decimals;
}

export function isFungible(thing: Thing): boolean {
  return thing.type === 'native' || thing.type === 'erc20';
}

export function lower(address: Address): Address {
  return `0x${address.slice(2).toLowerCase()}`;
}
