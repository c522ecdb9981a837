import type { Amount, Asset } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { isHeadlineWord } from './headlineWords.ts';
import type { Speech } from './Speech.ts';
import { isFungible, namingOf, numberText, type Thing } from './tokens.ts';

/** What a grant reaches, in a headline's few words: "all your USDC", "up to 100 USDC", "3 of your holdings". */
export function goodsOfGrants(speech: Speech, grants: readonly Grants[]): string {
  const [first, ...rest] = grants;
  if (first === undefined) return speech.say('goods.something');
  const things = new Set(grants.map(({ over }) => ('address' in over ? over.address.toLowerCase() : 'native')));
  if (rest.length > 0 && things.size > 1) return speech.say('goods.several', { count: things.size });
  const { over, holding } = first;
  const limit = soonest(first);
  if (over.type === 'collection') return allOf(speech, over);
  if (over.type === 'erc721' || over.type === 'erc1155') return amountShort(speech, over, 1n);
  if (limit === 'unlimited' || (holding !== null && holding > 0n && limit >= holding)) return allOf(speech, over);
  return speech.say('goods.upTo', { amount: amountShort(speech, over, limit) });
}

/** What a session key may take in its first period; of any other power, all it reaches. */
export function soonest({ limit, budget }: Grants): Amount {
  const each = budget?.every?.amount ?? 'unlimited';
  if (budget === undefined || each === 'unlimited') return limit;
  const first = budget.initial + each;
  return limit === 'unlimited' || first < limit ? first : limit;
}

/** "all your USDC", "all your BAYC items", "all of one unlisted token". */
export function allOf(speech: Speech, thing: Thing): string {
  const what = isFungible(thing) ? 'token' : 'collection';
  const naming = namingOf(speech, thing);
  if (naming.kind === 'coins') return speech.say('goods.all.coins');
  if (naming.kind === 'unlisted' || !isHeadlineWord(naming.symbol, 1))
    return speech.say('goods.all.unlisted', { what });
  if (naming.kind === 'listed') return speech.say('goods.all', { what, symbol: naming.symbol });
  return speech.say('goods.all.posing', { what, symbol: naming.symbol });
}

/** An amount in a headline: "1.5 ETH", "BAYC #42", "1,500 of an unlisted token". */
export function amountShort(speech: Speech, asset: Asset, amount: Amount): string {
  const token = tokenShort(speech, asset);
  const named = isNamed(speech, asset) ? 'yes' : 'no';
  if (asset.type === 'erc721' || asset.type === 'erc1155') {
    const id = asset.id !== null && asset.id < 1_000_000n ? asset.id.toString() : '';
    return id === '' || named === 'no'
      ? speech.say('goods.item.any', { token, named })
      : speech.say('goods.item', { token, id });
  }
  if (amount === 'unlimited') return allOf(speech, asset);
  const number = numberText(speech, asset, amount);
  return number === null ? speech.say('goods.some', { token, named }) : speech.say('amount', { number, token, named });
}

/** "USDC", "an unlisted token", "a token posing as USDC". */
export function tokenShort(speech: Speech, thing: Thing): string {
  const what = isFungible(thing) ? 'token' : 'collection';
  const naming = namingOf(speech, thing);
  if (naming.kind === 'coins') return speech.say('token.coins.short');
  if (naming.kind === 'unlisted' || !isHeadlineWord(naming.symbol, 1))
    return speech.say('token.unlisted.short', { what });
  return naming.kind === 'listed' ? naming.symbol : speech.say('token.posing.short', { what, symbol: naming.symbol });
}

function isNamed(speech: Speech, thing: Thing): boolean {
  const naming = namingOf(speech, thing);
  return naming.kind === 'listed' && isHeadlineWord(naming.symbol, 1);
}
