import { getEmptyResult, parseImpl } from 'tldts-core';

/**
 * `tldts` with its list of suffixes in a file: stands in for it in the extension's background, which would otherwise
 * compile 46 kB gzip of suffixes at each start (vite.config.ts). `suffixTable.test.ts` holds both to the same answers.
 */
const PRIVATE = 2;
const ICANN = 1;
/** The character `0`. */
const ZERO = 48;
/** Of tldts-core: take everything apart. */
const ALL = 5;
/** Labels of the longest suffix there is, and one to spare. */
const LONGEST = 8;

/** `co.uk`, `*.ck`, `!www.ck` to 1 (ICANN) or 2 (private). */
const suffixes = new Map<string, number>();

/**
 * @param table one suffix a line, followed by a space and 1 (ICANN) or 2 (private); exceptions begin with `!`.
 * @throws TypeError when it is not.
 */
export function loadSuffixes(table: string): void {
  for (const line of table.split('\n')) {
    // Read at each start of the background: no more than a look at the last two characters.
    const space = line.length - 2;
    const kind = line.charCodeAt(space + 1) - ZERO;
    if (space < 1 || line[space] !== ' ' || (kind !== ICANN && kind !== PRIVATE)) {
      throw new TypeError(`The table of suffixes cannot be read at ${JSON.stringify(line)}; check the build.`);
    }
    suffixes.set(line.slice(0, space), kind);
  }
}

/** As `tldts` answers. Before the table is there, as for a name without a domain of its own: nobody is taken for kin. */
export function parse(host: string, options: Parameters<typeof parseImpl>[3]): ReturnType<typeof getEmptyResult> {
  return parseImpl(host, ALL, suffixLookup, options, getEmptyResult());
}

interface Found {
  publicSuffix: string | null;
  isIcann: boolean | null;
  isPrivate: boolean | null;
}

/** publicsuffix.org/list: the longest rule wins, an exception before all, and an unlisted ending is a suffix itself. */
function suffixLookup(host: string, _options: unknown, found: Found): boolean {
  if (suffixes.size === 0) return false;
  let suffix: string | null = null;
  let kind = 0;
  for (const name of endingsOf(host)) {
    const parent = name.slice(name.indexOf('.') + 1);
    const exception = suffixes.get(`!${name}`);
    if (exception !== undefined) {
      fill(found, parent, exception);
      return true;
    }
    const here = suffixes.get(name) ?? suffixes.get(`*.${parent}`);
    if (here === undefined) continue;
    suffix = name;
    kind = here;
  }
  fill(found, suffix ?? host.slice(host.lastIndexOf('.') + 1), kind);
  return false;
}

function fill(found: Found, suffix: string, kind: number): void {
  found.publicSuffix = suffix;
  found.isIcann = kind === ICANN;
  found.isPrivate = kind === PRIVATE;
}

/** `uk`, `co.uk`, `a.co.uk` ..., as long as any suffix of the list is; an empty label ends it. */
function endingsOf(host: string): string[] {
  const endings: string[] = [];
  for (let end = host.length; end > 0 && endings.length < LONGEST; ) {
    const dot = host.lastIndexOf('.', end - 1);
    if (dot === end - 1) break;
    endings.push(host.slice(dot + 1));
    end = dot;
  }
  return endings;
}
