import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTROLS } from '../attack/controls.ts';
import type { Outcome } from '../attack/lab.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { type Guard, openFirefoxLab } from './attackLab.ts';
import { FIREFOX_ATTACKS } from './attacks.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';

/** The attacks that only Firefox knows, and harmless pages; `attackMain.ts` plays the whole suite. */

const WATCH_MS = 3_000;
const HARMLESS = CONTROLS.filter(({ name }) => /^(?:a transaction|a message on the channel|a batch)$/u.test(name));

const found = findFirefox();
let chain: Chain;
let without: ReadonlyMap<string, Outcome>;
let guarded: ReadonlyMap<string, Outcome>;

beforeAll(async () => {
  if (found === null) return;
  chain = await startChain();
  without = await play(null);
  guarded = await play('after');
});

afterAll(async () => {
  await chain?.stop();
});

describe('in Firefox', () => {
  it.for(FIREFOX_ATTACKS.map(({ name }) => name))('stops %s', (name, { skip }) => {
    if (found === null) skip(NO_FIREFOX);
    expect(without.get(name)?.reached.length, 'reached without Countersign').toBeGreaterThan(0);
    expect(guarded.get(name)?.reached, 'reached with Countersign').toEqual([]);
  });

  it.for(HARMLESS.map(({ name, arrives }) => [name, arrives] as const))(
    'lets through, once approved: %s',
    ([name, arrives], { skip }) => {
      if (found === null) skip(NO_FIREFOX);
      expect(guarded.get(name)?.arrived.length).toBe(arrives);
    },
  );
});

async function play(guard: Guard): Promise<Map<string, Outcome>> {
  const lab = await openFirefoxLab(chain, guard, 'eip6963');
  try {
    return await lab.play(guard === null ? FIREFOX_ATTACKS : [...FIREFOX_ATTACKS, ...HARMLESS], () => WATCH_MS);
  } finally {
    await lab.close();
  }
}
