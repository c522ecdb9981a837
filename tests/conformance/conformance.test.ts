import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS, GROUPS } from './page/checks.ts';
import { isRecord, shapeOf } from './shapeOf.ts';
import { type Observed, openSide } from './side.ts';
import { openWorld, type World } from './world.ts';

/**
 * Wallet features through Countersign: every check is made by a page with the wallet alone and again through us, and a
 * dapp must not be able to tell the two apart, except where a check says so and why.
 */

/** A part of a title, to run only some of the checks while working on one. */
const ONLY = process.env.CONFORMANCE ?? '';
// Refusals come first: what was continued once may pass without a question when it comes again.
const chosen = CHECKS.filter(({ title }) => title.includes(ONLY)).sort(
  (one, other) => Number(other.decision === 'reject') - Number(one.decision === 'reject'),
);

let world: World;
const alone = new Map<string, Observed>();
const through = new Map<string, Observed>();

beforeAll(async () => {
  world = await openWorld();
  for (const [guarded, observed] of [
    [false, alone],
    [true, through],
  ] as const) {
    const side = await openSide(world.chain, world.env, world.url, guarded);
    try {
      for (const check of chosen) observed.set(check.title, await side.observe(check));
    } finally {
      await side.close();
    }
  }
}, 600_000);

afterAll(async () => {
  await world?.close();
});

const groups = Object.entries(GROUPS)
  .map(([group, checks]) => [group, checks.filter((check) => chosen.includes(check))] as const)
  .filter(([, checks]) => checks.length > 0);

describe.each(groups)('%s', (_group, checks) => {
  it.each(checks)('$title', ({ title, alone: known, decision, differs }) => {
    const before = alone.get(title);
    const after = through.get(title);
    if (before === undefined || after === undefined) throw new Error(`"${title}" was never looked at`);
    if (known !== undefined) expect(shapeOf(before.seen, known)).toEqual(known);
    expect(before.seen, 'the wallet alone').not.toEqual(expect.stringMatching(/^failed/u));
    if (decision !== 'reject') expect(after.reached).toEqual(before.reached);
    else expect(after.reached.filter(signs)).toEqual([]);
    expect(after.seen).toEqual(
      differs === undefined || !isRecord(before.seen) ? before.seen : { ...before.seen, ...differs.through },
    );
  });
});

function signs(reached: string): boolean {
  return /^(?:personal_sign|eth_send|eth_sign|wallet_switch)/u.test(reached);
}
