import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLists } from '../../../src/lists/createLists.ts';
import { encodeList } from '../../../src/lists/encodeList.ts';
import { createRegistry, REGISTRY_FILES } from '../../../src/registry/createRegistry.ts';
import { compileData } from './compile.ts';

/** One line of the table: a name, a number, its unit. */
export interface DataFigure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'us' | 'ms' | 'bytes' | 'bytes per entry' | 'false matches';
}

const MILLION = 1_000_000;
const PROBES = 20_000;

/** Lists and registry: load time, lookup p99, size; and a list of a million entries (checks.md L3). */
export async function benchData(): Promise<DataFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  try {
    const { files } = await compileData(folder);
    const read = async (room: string, ids: readonly string[]) =>
      Promise.all(ids.map(async (id) => ({ id, bytes: await readFile(join(folder, room, id)) })));
    const listFiles = await read('lists', ['metamask.bin']);
    const registryFiles = await read('registry', REGISTRY_FILES);
    const start = performance.now();
    const lists = createLists(listFiles);
    const registry = createRegistry(registryFiles);
    const load = performance.now() - start;
    const firstStart = performance.now();
    registry.lookalike('first.example.org');
    registry.token(1, address());
    registry.contract(1, address());
    registry.chain(1);
    registry.impersonates(1, address(), 'FIRST', 'First');
    const first = performance.now() - firstStart;
    return [
      { what: 'all files', value: files.reduce((sum, { bytes }) => sum + bytes, 0), unit: 'bytes' },
      { what: 'load, whole files checked', value: load, unit: 'ms' },
      { what: 'first answer of each kind', value: first, unit: 'ms' },
      { what: 'matchHost p99', value: p99(() => lists.matchHost(host())), unit: 'us' },
      { what: 'matchAddress p99', value: p99(() => lists.matchAddress(1, address())), unit: 'us' },
      { what: 'token p99', value: p99(() => registry.token(1, address())), unit: 'us' },
      { what: 'contract p99', value: p99(() => registry.contract(1, address())), unit: 'us' },
      {
        what: 'impersonates p99',
        value: p99(() => registry.impersonates(1, address(), 'USDC', 'USD Coin')),
        unit: 'us',
      },
      { what: 'lookalike p50, not cached', value: quantile(0.5, () => registry.lookalike(host())), unit: 'us' },
      { what: 'lookalike p99, not cached', value: p99(() => registry.lookalike(host())), unit: 'us' },
      { what: 'lookalike p99, cached', value: p99(() => registry.lookalike('app.example-swap.com')), unit: 'us' },
      { what: 'price source p99', value: p99(() => registry.priceSource?.(1, address())), unit: 'us' },
      { what: 'code twin p99', value: p99(() => registry.codeTwin?.(codeHash(), codeHash())), unit: 'us' },
      ...benchMillion(),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function benchMillion(): DataFigure[] {
  const entries = Array.from({ length: MILLION }, (_, index) => {
    return { host: `listed-${index}.com`, address: null, kind: 'phishing' as const, reason: null, added: null };
  });
  const source = { id: 'big', name: 'Big', lineage: 'big', date: '2026-01-01', url: null, appeal: null };
  const bytes = encodeList(source, entries);
  const start = performance.now();
  const lists = createLists([{ id: 'big', bytes }]);
  const load = performance.now() - start;
  let strangers = 0;
  for (let index = 0; index < MILLION; index += 1) strangers += lists.matchHost(`absent-${index}.com`).length;
  return [
    { what: 'a million entries: size', value: bytes.length / MILLION, unit: 'bytes per entry' },
    { what: 'a million entries: load, checked', value: load, unit: 'ms' },
    { what: 'a million entries: matchHost p99', value: p99(() => lists.matchHost(host())), unit: 'us' },
    { what: 'a million entries: of a million absent', value: strangers, unit: 'false matches' },
  ];
}

function p99(work: () => unknown): number {
  return quantile(0.99, work);
}

function quantile(share: number, work: () => unknown): number {
  const times: number[] = [];
  for (let index = 0; index < PROBES; index += 1) {
    const start = performance.now();
    work();
    times.push((performance.now() - start) * 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(share * PROBES)] ?? 0;
}

function host(): string {
  return `app.${randomBytes(6).toString('hex')}-swap.com`;
}

function codeHash(): `0x${string}` {
  return `0x${randomBytes(32).toString('hex')}`;
}

function address(): `0x${string}` {
  return `0x${randomBytes(20).toString('hex')}`;
}
