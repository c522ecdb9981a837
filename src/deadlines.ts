/**
 * The one table of deadlines, milliseconds. A step that is late is inconclusive, never waited for (checks.md L2: hard
 * stop at 4 s, then a partial verdict).
 */
export const DEADLINES_MS = {
  /** One look at the chain, all round trips together. */
  chain: 3500,
  /** The model is a complement: it may not hold the verdict up (cold start in an event page is about 350 ms). */
  model: 600,
  /** Connecting is judged by the site alone, on local data. */
  connectModel: 50,
  /** A person's question holds nothing up: the model may take its cold start. */
  question: 3000,
} as const;
