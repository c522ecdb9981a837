import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { COUNTERSIGN } from '../setup/session.ts';
import { kB, type Row } from './stats.ts';

/** Bytes of each part of dist/chromium; the budgets are held by tests/shape/bundle.test.ts. */
export async function benchBytes(): Promise<Row[]> {
  const files = readdirSync(COUNTERSIGN, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(COUNTERSIGN, name)).isFile(),
  );
  const rows = files
    .map((name) => ({ name, bytes: readFileSync(join(COUNTERSIGN, name)) }))
    .map(({ name, bytes }) => ({ name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }))
    .sort((a, b) => b.gzip - a.gzip);
  const total = rows.reduce((sum, { gzip }) => sum + gzip, 0);
  return [
    ...rows
      .filter(({ gzip }) => gzip > 1024)
      .map(({ name, raw, gzip }) => ({ what: name, value: kB(gzip), against: `raw ${kB(raw)}` })),
    { what: 'the whole extension', value: kB(total) },
  ];
}
