import refusals from '../../src/explain/messages/refusals.en.json';
import ui from '../../src/explain/messages/ui.en.json';

const en = { ...ui, ...refusals };

/** Id of a sentence in `src/explain/messages/ui.*.json`, or of a refusal, which the background says too. */
export type WordId = keyof typeof en;

type Words = Readonly<Record<WordId, string>>;
type Arguments = Readonly<Record<string, string | number>>;

/** Every language the pages themselves speak. */
const TABLES: ReadonlyMap<string, Words> = new Map([['en', en]]);
const FALLBACK = 'en';

/** Primary language tags written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

let language = FALLBACK;

/** Languages that can be chosen in the settings. */
export function languages(): readonly string[] {
  return [...TABLES.keys()];
}

/** Chooses the pages' language by BCP 47 tag: the nearest that exists. Answers the one that was taken. */
export function setLanguage(tag: string): string {
  const primary = primaryTag(tag);
  language = TABLES.has(tag) ? tag : TABLES.has(primary) ? primary : FALLBACK;
  return language;
}

export function currentLanguage(): string {
  return language;
}

export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primaryTag(tag)) ? 'rtl' : 'ltr';
}

/** A sentence with its `{arguments}` filled in. Always shown as text, never as markup. */
export function t(id: WordId, values: Arguments = {}): string {
  const words = TABLES.get(language) ?? en;
  return words[id].replace(/\{(\w+)\}/gu, (hole, name: string) => {
    const value = values[name];
    return value === undefined ? hole : String(value);
  });
}

/** Picks the plural form for `count` and fills it in, with `{count}` written in the user's numerals. */
export function plural(one: WordId, other: WordId, count: number): string {
  const rule = new Intl.PluralRules(language).select(count);
  return t(rule === 'one' ? one : other, { count: new Intl.NumberFormat(language).format(count) });
}

function primaryTag(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? FALLBACK;
}
