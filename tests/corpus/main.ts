import { existsSync } from 'node:fs';
import { ATTACKS } from './attacks/index.ts';
import type { Case } from './Case.ts';

export { createWorld, type OpenWorld } from './createWorld.ts';
export { type Replayed, replayCase, variationOf } from './replay.ts';

/** Both corpora. */
export async function loadCases(): Promise<readonly Case[]> {
  return [...ATTACKS, ...(await benign())];
}

async function benign(): Promise<readonly Case[]> {
  const file = new URL('./benign/index.ts', import.meta.url);
  if (!existsSync(file)) return [];
  const { BENIGN }: { BENIGN: readonly Case[] } = await import(file.href);
  return BENIGN;
}
