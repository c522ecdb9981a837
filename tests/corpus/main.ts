import { existsSync } from 'node:fs';
import { ATTACKS } from './attacks/index.ts';
import type { Case } from './Case.ts';

export { createWorld, type OpenWorld } from './createWorld.ts';
export { type Replayed, replayCase, variationOf } from './replay.ts';

/** Both corpora. */
export async function loadCases(): Promise<readonly Case[]> {
  return [...ATTACKS, ...(await benign())];
}

/** The cases written by somebody who had not seen the checks. */
export async function loadHeldOut(): Promise<readonly Case[]> {
  const { HELD_OUT } = await import('./held-out/index.ts');
  return HELD_OUT;
}

async function benign(): Promise<readonly Case[]> {
  const file = new URL('./benign/index.ts', import.meta.url);
  if (!existsSync(file)) return [];
  const { BENIGN }: { BENIGN: readonly Case[] } = await import(file.href);
  return BENIGN;
}
