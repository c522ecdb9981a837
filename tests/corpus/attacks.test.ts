import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../src/cli/commands/check.ts';
import { loadData } from '../../src/cli/data.ts';
import { LEVELS, type Level } from '../../src/judge/Verdict.ts';
import { hostOf } from '../../src/text/domains.ts';
import { ATTACKS } from './attacks/index.ts';
import { MILDER } from './attacks/milder.ts';
import { createWorld, type OpenWorld } from './createWorld.ts';
import { replayCase, variationOf } from './replay.ts';

/** Taxonomy ids, K aside: it lies outside what is signed. */
const FAMILIES = [
  'A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 B6 C1 C2 C3 C4 C5 D1 D2 D3 E1 E2 E3 E4',
  'F1 F2 F3 F4 F5 F6 F7 F8 F9 G1 G2 G3 G4 G5 H1 H2 H3 H4 I1 I2 I3 I4 J',
]
  .join(' ')
  .split(' ');

/** One of each family; `countersign replay --side attack` plays them all. */
const SAMPLE = FAMILIES.flatMap((family) => {
  const [first] = ATTACKS.filter((one) => one.family === family);
  return first === undefined ? [] : [first];
});

describe('the attack corpus', () => {
  it('has at least 150 attacks of every family', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(150);
    expect([...new Set(ATTACKS.map(({ family }) => family))].sort()).toEqual([...FAMILIES].sort());
  });

  it('has no shape and no id twice, and says where each comes from', () => {
    expect(twice(ATTACKS.map(({ id }) => id))).toEqual([]);
    expect(twice(ATTACKS.map(({ shape }) => shape))).toEqual([]);
    expect(ATTACKS.filter(({ provenance }) => provenance.trim().length < 5).map(({ id }) => id)).toEqual([]);
    expect(ATTACKS.filter(({ id }) => !/^[a-z]\d?-[a-z0-9-]+$/u.test(id)).map(({ id }) => id)).toEqual([]);
  });

  it('is on no list: what names a case would prove nothing', async () => {
    const { lists } = await loadData();
    const listed = ATTACKS.flatMap(({ origin }) => lists.matchHost(hostOf(origin) ?? '')).filter(
      ({ kind }) => kind !== 'allow',
    );
    expect(listed.map(({ value }) => value)).toEqual([]);
  });

  it('excuses only attacks that there are', () => {
    const ids = new Set(ATTACKS.map(({ id }) => id));
    expect([...MILDER.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('a sample of it, executed', () => {
  let world: OpenWorld;
  let ports: Awaited<ReturnType<typeof openPorts>>;
  beforeAll(async () => {
    world = await createWorld();
    ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
  }, 60_000);
  afterAll(() => world?.close());

  it.each(SAMPLE.map((one) => ({ one, name: `${one.family} ${one.id}` })))(
    '$name',
    async ({ one }) => {
      const { level, error, struck } = await replayCase(one, variationOf(0), world, ports);
      expect(error).toBeNull();
      expect(struck).not.toBe(false);
      const least = MILDER.get(one.id)?.level ?? 'danger';
      expect(level === null ? 'broken' : atLeast(level, least) ? 'as bad as it is' : level).toBe('as bad as it is');
    },
    60_000,
  );
});

function atLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
