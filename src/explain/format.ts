export type MessageArguments = Readonly<Record<string, string | number>>;

/** What stands for an argument that is missing: visible, and never a crash in front of a waiting request. */
const MISSING = '…';

/**
 * Fills a template in a small part of ICU MessageFormat: `{name}`, `{n, plural, one {# item} other {# items}}`,
 * `{x, select, a {…} other {…}}`. Branches may hold further arguments. Source: https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function format(template: string, args: MessageArguments, language: string): string {
  let out = '';
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    if (open < 0) return out + template.slice(at);
    const close = closing(template, open);
    out += template.slice(at, open) + fill(template.slice(open + 1, close), args, language);
    at = close + 1;
  }
  return out;
}

/** Names of every argument a template uses, for tests. */
export function argumentsOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)(?=[,}])/gu)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function fill(inner: string, args: MessageArguments, language: string): string {
  const [name = '', kind, ...rest] = inner.split(',');
  const value = args[name.trim()];
  if (kind === undefined)
    return value === undefined ? MISSING : typeof value === 'number' ? numeral(value, language) : value;
  const branches = branchesOf(rest.join(','));
  const key = kind.trim() === 'plural' ? new Intl.PluralRules(language).select(Number(value ?? 0)) : String(value);
  const branch = branches.get(key) ?? branches.get('other') ?? '';
  const counted = kind.trim() === 'plural' ? branch.replaceAll('#', numeral(Number(value ?? 0), language)) : branch;
  return format(counted, args, language);
}

/** Made once for a language: an order of thousands of items is thousands of sentences. */
const NUMERALS = new Map<string, Intl.NumberFormat>();

function numeral(value: number, language: string): string {
  const known = NUMERALS.get(language) ?? new Intl.NumberFormat(language);
  NUMERALS.set(language, known);
  return known.format(value);
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const close = closing(text, open);
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, close));
    at = close + 1;
  }
  return branches;
}

/** Index of the brace that closes the one at `open`; the end of the text when none does. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
