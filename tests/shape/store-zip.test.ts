import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { STORE_ZIPS, storeZip } from '../setup/storeZip.ts';
import { ROOT } from './sources.ts';

const copy = mkdtempSync(join(tmpdir(), 'countersign-store-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Every file of a zip by its central directory, which is what stores and browsers read. */
function filesIn(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, offset] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(zip.subarray(start, start + packed)));
    at += 46 + nameLength;
  }
  return files;
}

describe.each(['chromium', 'firefox'] as const)('the store zip for %s', (browser) => {
  const folder = join(ROOT, 'dist', browser);
  const zip = readFileSync(join(ROOT, 'dist', STORE_ZIPS[browser]));
  const files = filesIn(zip);

  it('has no key in its manifest, and all else of it', () => {
    const built = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const shipped = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '') as Record<string, unknown>;
    expect(shipped).not.toHaveProperty('key');
    expect('key' in built).toBe(browser === 'chromium');
    const { key: _unpackedOnly, ...rest } = built;
    expect(shipped).toEqual(rest);
  });

  it('holds every other file of the build, byte for byte', () => {
    expect(files.size).toBeGreaterThan(20);
    for (const [name, bytes] of files) {
      if (name !== 'manifest.json') expect(bytes.equals(readFileSync(join(folder, name))), name).toBe(true);
    }
  });

  it('has the same bytes whatever the times of the files', () => {
    const later = join(copy, browser);
    cpSync(folder, later, { recursive: true });
    utimesSync(join(later, 'manifest.json'), new Date(0), new Date(0));
    expect(storeZip(later).equals(zip)).toBe(true);
  });
});
