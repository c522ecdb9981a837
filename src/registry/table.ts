import { ListUnavailableError } from '../errors.ts';

/**
 * A small table as text: a first line `#countersign <name> 1 <rows> <checksum>`, then one row a line, columns parted by
 * tabs. The checksum is checked at once, the rows are split on first use.
 */
export interface Table {
  rows(): readonly (readonly string[])[];
}

/** @throws ListUnavailableError when the bytes are not this table, whole. */
export function readTable(name: string, bytes: Uint8Array): Table {
  const lineEnd = bytes.indexOf(NEWLINE);
  const [mark, given, version, rows, sum] = decode(bytes.subarray(0, Math.max(lineEnd, 0))).split(' ');
  const body = bytes.subarray(lineEnd + 1);
  if (mark !== MARK || given !== name || version !== '1' || sum !== checksum(body)) throw damaged(name);
  let cache: string[][] | null = null;
  return {
    rows() {
      if (cache === null) {
        const lines = decode(body).split('\n');
        // Each row ends in a newline, so the last piece is empty.
        cache = lines.slice(0, -1).map((line) => line.split('\t'));
        if (cache.length !== Number(rows)) throw damaged(name);
      }
      return cache;
    },
  };
}

/** Tabs and line breaks inside a cell become spaces: the names come from packages and lists, not from us. */
export function encodeTable(name: string, rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const text = rows.map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t')}\n`).join('');
  const sum = checksum(new TextEncoder().encode(text));
  return new TextEncoder().encode(`${MARK} ${name} 1 ${rows.length} ${sum}\n${text}`);
}

/** FNV-1a over 32-bit words, then the bytes left over; hexadecimal. Finds accidents, not forgers. */
export function checksum(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = bytes.length >>> 2;
  let hash = 0x811c9dc5;
  for (let i = 0; i < words; i += 1) hash = Math.imul(hash ^ view.getUint32(i * 4, true), 0x01000193);
  for (let i = words * 4; i < bytes.length; i += 1) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  return (hash >>> 0).toString(16);
}

export function damaged(name: string): ListUnavailableError {
  return new ListUnavailableError(
    `Registry file "${name}" is missing or damaged. Check that the package was built whole.`,
  );
}

/** Made on first use, then kept. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const MARK = '#countersign';
const NEWLINE = 10;

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
