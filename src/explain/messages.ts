import { format, type MessageArguments } from './format.ts';
import en from './messages/en.json' with { type: 'json' };

/** Id of a sentence in `messages/<language>.json`. */
export type MessageId = keyof typeof en;

export type { MessageArguments };

const TABLES: ReadonlyMap<string, Readonly<Record<MessageId, string>>> = new Map([['en', en]]);
const FALLBACK = 'en';

/** The language the words will be in for a wanted BCP 47 tag: itself, its primary tag, or English. */
export function spokenLanguage(wanted: string): string {
  const primary = wanted.toLowerCase().split(/[-_]/u)[0] ?? FALLBACK;
  return TABLES.has(wanted) ? wanted : TABLES.has(primary) ? primary : FALLBACK;
}

/** A sentence with its arguments filled in. Arguments are text and never read as patterns. */
export function say(id: MessageId, args: MessageArguments = {}, language: string = FALLBACK): string {
  const spoken = spokenLanguage(language);
  return format((TABLES.get(spoken) ?? en)[id], args, spoken);
}

/** Whether a detector's message id has words. */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}
