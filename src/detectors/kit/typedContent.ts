import type { TypedData } from '../../request/SigningRequest.ts';
import { readAddress } from '../../text/hex.ts';

/** What typed data is about, as far as its types and names tell: for data that no contract vouches for. */
export type TypedContent = 'gives' | 'unclear' | 'words';

/**
 * `gives` when somebody other than `user` and an amount stand in it, or one of both beside a name that says it permits,
 * moves or orders; `words` when there is nothing but text in it.
 */
export function contentOf(typed: TypedData, user: string | null): TypedContent {
  const found = { party: false, amount: false, verb: VERBS.test(typed.primaryType), other: false };
  const read = (type: string, value: Readonly<Record<string, unknown>>, depth: number): void => {
    for (const member of (typed.types[type] ?? []).slice(0, MOST_MEMBERS)) {
      const held = value[member.name];
      const [base = '', list] = member.type.split('[');
      const items = list === undefined ? [held] : Array.isArray(held) ? held.slice(0, MOST_ITEMS) : [];
      if (base in typed.types) {
        found.verb ||= VERBS.test(base);
        if (depth < DEEPEST) for (const item of items) if (isRecord(item)) read(base, item, depth + 1);
      } else if (base === 'address') {
        found.party ||= items.some((item) => isSomebody(item, user));
      } else if (base.startsWith('uint') || base.startsWith('int')) {
        found.amount ||= AMOUNTS.test(member.name);
        found.other = true;
      } else if (base !== 'string' && base !== 'bool') found.other = true;
    }
  };
  read(typed.primaryType, typed.message, 0);
  if ((found.party && found.amount) || (found.verb && (found.party || found.amount))) return 'gives';
  return found.party || found.other ? 'unclear' : 'words';
}

const VERBS = /permit|approv|allow|transfer|order|withdraw|spend|delegat|forward|execut|payment|listing|offer|bid/iu;
const AMOUNTS = /amount|value|wad|price|limit|quantity|shares|tokenid|token_id|allowance|balance/iu;
const MOST_MEMBERS = 64;
const MOST_ITEMS = 16;
const DEEPEST = 4;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSomebody(value: unknown, user: string | null): boolean {
  const address = typeof value === 'string' ? readAddress(value)?.toLowerCase() : undefined;
  return address !== undefined && !/^0x0{40}$/u.test(address) && address !== user?.toLowerCase();
}
