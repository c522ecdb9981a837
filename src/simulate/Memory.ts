import type { Header } from './header.ts';

/** What is remembered of one endpoint on one chain, so that a look can be one round trip. */
export interface Memory {
  header: Header | null;
  /** Until when (ms since the epoch) `eth_simulateV1` is taken to be missing. */
  noSimulationUntilMs: number;
}

/** Endpoints gain methods with upgrades: ask again after ten minutes. */
export const NO_SIMULATION_LIFE_MS = 10 * 60 * 1000;

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
    const memory: Memory = { header: null, noSimulationUntilMs: 0 };
    memories.set(key, memory);
    return memory;
  };
}
