import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../src/cli/commands/check.ts';
import { BENIGN, BENIGN_BY_KIND } from './benign/index.ts';
import { LOUD } from './benign/loud.ts';
import { createWorld, type OpenWorld } from './createWorld.ts';
import { replayCase, variationOf } from './replay.ts';

/** The budget's floor: so many shapes, ten replays each, bound false dangers by 0.1 % (design: checks.md Q2). */
const LEAST_SHAPES = 300;
/** Every so-manieth case is judged here; `countersign replay --side benign` judges all. */
const SAMPLE_EVERY = 16;

describe('the benign corpus', () => {
  it('has shapes enough, each its own', () => {
    expect(BENIGN.length).toBeGreaterThanOrEqual(LEAST_SHAPES);
    expect(repeated(BENIGN.map(({ id }) => id))).toEqual([]);
    expect(repeated(BENIGN.map(({ shape }) => shape.toLowerCase()))).toEqual([]);
  });

  it('says of each where it is from and whose twin it is', () => {
    for (const one of BENIGN) {
      expect(one.side, one.id).toBe('benign');
      expect(one.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(one.family, one.id).toMatch(/^(?:[A-I][1-9]|J)$/u);
      expect(one.provenance.length, one.id).toBeGreaterThan(5);
      expect(one.origin, one.id).toMatch(/^https?:\/\//u);
    }
  });

  it('has some of every kind', () => {
    for (const [kind, cases] of Object.entries(BENIGN_BY_KIND)) expect(cases.length, kind).toBeGreaterThanOrEqual(10);
    const ids = new Set(BENIGN.map(({ id }) => id));
    expect([...LOUD.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  describe('a sample, judged', () => {
    let world: OpenWorld;

    beforeAll(async () => {
      world = await createWorld();
    }, 60_000);

    afterAll(async () => {
      await world?.close();
    });

    it('raises no false danger, and little else', async () => {
      const ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
      const sample = BENIGN.filter((_, at) => at % SAMPLE_EVERY === 0);
      const results = [];
      for (const [at, one] of sample.entries()) results.push(await replayCase(one, variationOf(at % 3), world, ports));
      expect(results.filter(({ error }) => error !== null)).toEqual([]);
      expect(results.filter(({ level }) => level === 'danger').map(({ id }) => id)).toEqual([]);
      const loud = results.filter(({ id, level }) => level !== 'routine' && level !== LOUD.get(id)?.level);
      expect(loud.map(({ id, because }) => `${id}: ${because}`)).toEqual([]);
    }, 240_000);
  });
});

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}
