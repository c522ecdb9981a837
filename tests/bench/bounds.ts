import { GCProfiler, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { check, type Ports } from '../../src/check.ts';
import { sampleRequest } from '../../src/request/sampleRequest.ts';
import { type Bomb, builtBombs, callBombs, methodBombs, typedBombs } from '../fuzz/bombTable.ts';
import { kB, type Row } from './stats.ts';

/** What checks.md B1 and B2 allow. */
const MOST_MS = 200;
const MOST_BYTES = 64 * 1024 * 1024;

const NOBODY: Ports = {
  simulator: null,
  lists: null,
  registry: null,
  classifier: null,
  history: { counterparties: [], ownAccounts: [] },
  clock: () => performance.now(),
  language: 'en',
  signal: new AbortController().signal,
};

/** Every parser and decoder, and the whole check, on what is made to stall or fill them: the worst of each kind. */
export async function benchBounds(): Promise<Row[]> {
  const bare = await measure({ kind: '', name: '', method: 'personal_sign', params: '["hello", "0x"]' });
  const rows: Row[] = [{ what: 'for scale: a message of five letters', value: worth(bare) }];
  for (const bombs of [builtBombs, typedBombs, methodBombs, callBombs]) {
    const found = await worstOf(bombs());
    // As they come: the whole takes minutes.
    for (const { what, value, against } of found) console.log(`  ${what}  ${value}  ${against ?? ''}`);
    rows.push(...found);
  }
  return rows;
}

async function worstOf(bombs: Iterable<Bomb>): Promise<Row[]> {
  const kinds = new Map<string, { count: number; over: number; slow: Measured; large: Measured }>();
  for (const bomb of bombs) {
    const once = await measure(bomb);
    // A busy machine now and then takes a turn: what seems too slow is measured again.
    const one = once.ms > MOST_MS ? faster(once, await measure(bomb)) : once;
    const known = kinds.get(bomb.kind) ?? { count: 0, over: 0, slow: one, large: one };
    kinds.set(bomb.kind, {
      count: known.count + 1,
      over: known.over + (one.ms > MOST_MS || one.bytes > MOST_BYTES ? 1 : 0),
      slow: one.ms > known.slow.ms ? one : known.slow,
      large: one.bytes > known.large.bytes ? one : known.large,
    });
  }
  return [...kinds].flatMap(([kind, { count, over, slow, large }]) => [
    {
      what: `${kind}: slowest of ${count}`,
      value: worth(slow),
      against: `${slow.name}: ${slow.outcome}; ${over} over`,
    },
    { what: `${kind}: largest of ${count}`, value: worth(large), against: `${large.name}: ${large.outcome}` },
  ]);
}

interface Measured {
  readonly name: string;
  /** Read, decoded, judged and explained; of the processor, which a busy machine does not stretch as it does a clock. */
  readonly ms: number;
  /** Heap at its fullest, garbage included, over what it was before. */
  readonly bytes: number;
  readonly outcome: string;
}

async function measure({ name, method, params }: Bomb): Promise<Measured> {
  const paramsText = typeof params === 'string' ? params : JSON.stringify(params);
  collect();
  const before = process.memoryUsage().heapUsed;
  const profiler = new GCProfiler();
  profiler.start();
  const began = process.cpuUsage();
  const request = sampleRequest(method, paramsText);
  const { action, verdict } = await check(request, NOBODY);
  const spent = process.cpuUsage(began);
  const after = process.memoryUsage().heapUsed;
  const seen = profiler.stop().statistics.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize);
  return {
    name,
    ms: (spent.user + spent.system) / 1_000,
    bytes: Math.max(after, ...seen) - before,
    outcome: `${action.kind}, ${verdict.level}`,
  };
}

function faster(one: Measured, other: Measured): Measured {
  return one.ms < other.ms ? one : other;
}

function worth({ ms, bytes }: Measured): string {
  return `${ms.toFixed(1)} ms, ${kB(Math.max(0, bytes))}`;
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
