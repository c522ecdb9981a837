import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { STORE_ZIPS } from '../setup/storeZip.ts';
import { ROOT } from './sources.ts';

const again = mkdtempSync(join(tmpdir(), 'countersign-build-'));
afterAll(() => rmSync(again, { recursive: true, force: true }));

/** One line a file: path and SHA-256, sorted by path. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();
}

describe('the build (checks.md S2)', () => {
  it('gives the same bytes twice', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tests/setup/build.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DIST: again },
    });
    expect(status, stderr).toBe(0);
    for (const browser of ['chromium', 'firefox'] as const) {
      const [zip, zipAgain] = [join(ROOT, 'dist'), again].map((dist) => readFileSync(join(dist, STORE_ZIPS[browser])));
      expect(zipAgain?.equals(zip ?? Buffer.of())).toBe(true);
      const first = listing(join(ROOT, 'dist', browser));
      expect(listing(join(again, browser))).toEqual(first);
      expect(first.length).toBeGreaterThan(20);
      console.log(`dist/${browser}: SHA-256 ${createHash('sha256').update(first.join('\n')).digest('hex')}`);
    }
  }, 240_000);
});
