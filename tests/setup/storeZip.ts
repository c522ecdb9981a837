import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * What is uploaded to a store: `dist/chromium` and `dist/firefox` as one zip each. Chromium's manifest loses its `key`
 * there: stores assign ids themselves and refuse one (CONTRIBUTING.md, "A release"). Same files, same bytes.
 */
export function storeZip(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return zip(names.map((name) => ({ name, bytes: shipped(name, readFileSync(join(folder, name))) })));
}

export const STORE_ZIPS = {
  chromium: 'countersign-chromium-store.zip',
  firefox: 'countersign-firefox-store.zip',
} as const;

interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

function shipped(name: string, bytes: Buffer): Buffer {
  if (name !== 'manifest.json') return bytes;
  const { key: _unpackedOnly, ...manifest } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** 1 January 1980, the first day a zip can name: no build has a time of its own. */
const DOS_DATE = 0x21;
const DEFLATED = 8;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** APPNOTE.TXT 6.3: for each file a local header and its bytes, then the central directory. */
function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(bytes, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    files.push(signed(0x04034b50), common, path, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signed(0x02014b50), Buffer.from([VERSION, 0]), common, place, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, signed(0x06054b50), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

if (process.argv[1] === import.meta.filename) {
  const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');
  for (const [browser, name] of Object.entries(STORE_ZIPS)) {
    writeFileSync(join(dist, name), storeZip(join(dist, browser)));
  }
}
