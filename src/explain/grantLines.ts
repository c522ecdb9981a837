import type { Until } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { ofKind } from './consequenceStory.ts';
import type { GrantLine } from './Explanation.ts';
import { soonest } from './goods.ts';
import { lessText } from './lessText.ts';
import { howText } from './lines.ts';
import type { Speech } from './Speech.ts';
import { shareText } from './share.ts';
import { amountText, isFungible, namingOf, tokenText } from './tokens.ts';
import { capitalised, whoText, whoWithSource } from './who.ts';

/** Who, over what, how much, until when, how to take it back. One per grant, in the consequences' own order. */
export function grantLines(speech: Speech): GrantLine[] {
  return ofKind(speech, 'grants').map((grant) => {
    const what = tokenText(speech, grant.over);
    const limit = limitText(speech, grant);
    const less = lessText(speech, grant);
    const until = grant.revokes ? speech.say('until.ended') : untilText(speech, grant.until);
    const { sentence, power } = grant.revokes ? REVOKED : wordsFor(grant);
    const args = { who: whoText(speech, grant.to), what: mineText(speech, grant, what), limit, until };
    return {
      text: capitalised(speech.say(sentence, args)),
      how: howText(speech, grant.basis),
      address: grant.to,
      power: speech.say(power),
      who: whoWithSource(speech, grant.to),
      what: capitalised(what),
      limit: capitalised(limit),
      until: capitalised(until),
      ...(less === null ? {} : { less }),
      takeBack: grant.revokes ? speech.say('takeBack.done') : takeBackText(speech, grant),
    };
  });
}

function mineText(speech: Speech, { over }: Grants, token: string): string {
  const named = namingOf(speech, over).kind === 'listed' ? 'yes' : 'no';
  return speech.say(isFungible(over) ? 'grant.mine' : 'grant.mine.items', { token, named });
}

const REVOKED = { sentence: 'grant.revoked', power: 'power.revoked' } as const;
const ONCE = { sentence: 'grant.take-now', power: 'power.take-now' } as const;
const ITEMS = { sentence: 'grant.operate', power: 'power.operate' } as const;
const TOKEN = { sentence: 'grant.spend', power: 'power.spend' } as const;

const CREDIT = { sentence: 'grant.borrow', power: 'power.borrow' } as const;

function wordsFor(grant: Grants) {
  if (grant.power === 'borrow') return CREDIT;
  if (grant.power === 'take-now') return ONCE;
  return grant.over.type === 'collection' || grant.power === 'operate' ? ITEMS : TOKEN;
}

function limitText(speech: Speech, grant: Grants): string {
  const every = grant.budget?.every ?? null;
  const first = firstLimitText(speech, grant);
  if (every === null || grant.revokes || every.amount === 'unlimited' || soonest(grant) === grant.limit) return first;
  const [unit, seconds] = UNITS.find(([, size]) => every.seconds % size === 0n) ?? ['minutes', 60n];
  return speech.say('limit.every', { first, unit, count: Number(every.seconds / seconds) });
}

const UNITS: readonly (readonly [string, bigint])[] = [
  ['days', 86_400n],
  ['hours', 3_600n],
];

function firstLimitText(speech: Speech, grant: Grants): string {
  const { over, holding } = grant;
  const limit = soonest(grant);
  if (grant.revokes) return speech.say('limit.none-left');
  if (over.type === 'collection') return speech.say('limit.collection');
  if (over.type === 'erc721') return speech.say('limit.item');
  if (limit === 'unlimited') {
    return holding === null || !isFungible(over)
      ? speech.say('limit.unlimited')
      : speech.say('limit.unlimited.holding', { holding: amountText(speech, over, holding) });
  }
  const amount = amountText(speech, over, limit);
  if (holding === null || holding === 0n) return speech.say('limit.amount', { amount });
  const share = limit >= holding ? 1 : Number((limit * 10_000n) / holding) / 10_000;
  return speech.say('limit.amount.share', { amount, share: shareText(speech, share) });
}

/** From here on (year 9999, or a standard's own maximum) a date is a way of saying never. */
const NEVER_SECONDS = 253_402_214_400n;

export function untilText(speech: Speech, until: Until): string {
  if (until === 'revoked' || until >= NEVER_SECONDS) return speech.say('until.never');
  const day = new Intl.DateTimeFormat(speech.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return speech.say('until.date', { date: day.format(new Date(Number(until) * 1000)) });
}

function takeBackText(speech: Speech, grant: Grants): string {
  switch (grant.revocable) {
    case 'token':
      return speech.say('takeBack.token');
    case 'permit2':
      return speech.say('takeBack.permit2');
    case 'nonce':
      return speech.say('takeBack.nonce');
    case 'wallet':
      return speech.say('takeBack.wallet');
    case 'no':
      return speech.say('takeBack.no');
  }
}
