import type { Engine, EngineId } from './engines/Engine.ts';
import type { Header } from './header.ts';
import type { Scenario } from './Scenario.ts';

/** What is remembered of one endpoint on one chain, so that a look can be one round trip. */
export interface Memory {
  header: Header | null;
  /** Until when (ms since the epoch) an engine is taken to be missing. */
  readonly missing: Map<EngineId, number>;
  /** Until when (ms since the epoch) the endpoint is spared the variants: it was slow, or said it is busy. */
  noVariantsUntilMs: number;
  /** Seconds a block, as measured; `null` until then. */
  secondsPerBlock: number | null;
}

/** Endpoints gain methods with upgrades: ask again after ten minutes. */
export const MISSING_LIFE_MS = 10 * 60 * 1000;

/** How long a busy or slow endpoint is spared. */
export const SPARED_MS = 60 * 1000;

/** Endpoints remembered at once; far more than anybody sets up. */
const MAX_REMEMBERED = 64;

/** One memory for each key, the oldest forgotten first. */
export function createMemories(): (key: string) => Memory {
  const memories = new Map<string, Memory>();
  return (key) => {
    const known = memories.get(key);
    if (known !== undefined) return known;
    const [oldest] = memories.keys();
    if (memories.size >= MAX_REMEMBERED && oldest !== undefined) memories.delete(oldest);
    const memory: Memory = { header: null, missing: new Map(), noVariantsUntilMs: 0, secondsPerBlock: null };
    memories.set(key, memory);
    return memory;
  };
}

/** The first engine that can run this and is not known to be missing there; `null` when none is left. */
export function engineIn(
  memory: Memory,
  engines: readonly Engine[],
  nowMs: number,
  scenario: Scenario | null,
): Engine | null {
  if (scenario === null) return null;
  return engines.find((engine) => nowMs >= (memory.missing.get(engine.id) ?? 0) && engine.suits(scenario)) ?? null;
}
