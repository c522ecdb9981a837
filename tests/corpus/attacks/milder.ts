import type { Level } from '../../../src/judge/Verdict.ts';

/**
 * Attacks that are judged milder than danger today, with the least they must be and why: what the design calls caution,
 * and where the house is still weak. A line here is a debt; none may be added without its reason.
 */
export const MILDER: ReadonlyMap<string, { readonly level: Level; readonly why: string }> = new Map<
  string,
  { readonly level: Level; readonly why: string }
>([]);
