import { format, type MessageArguments } from './format.ts';
import en from './messages/en.json' with { type: 'json' };

/** Id of a sentence in `messages/<language>.json`. */
export type MessageId = keyof typeof en;

export type { MessageArguments };

/**
 * Puts the sentences in place where the bundle carries none: the extension's background reads them from its package.
 *
 * @throws TypeError when it is no table of sentences.
 */
export function loadWords(table: unknown): void {
  if (typeof table !== 'object' || table === null || Object.values(table).some((text) => typeof text !== 'string')) {
    throw new TypeError('The words are no table of sentences; check the build.');
  }
  Object.assign(en, table);
}

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
