import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../../src/cli/commands/check.ts';
import { loadData } from '../../../src/cli/data.ts';
import { LEVELS } from '../../../src/judge/Verdict.ts';
import { hostOf } from '../../../src/text/domains.ts';
import { createWorld, type OpenWorld } from '../createWorld.ts';
import { type Replayed, replayCase, variationOf } from '../replay.ts';
import { HELD_OUT } from './index.ts';

const LEAST = { attack: 80, benign: 120 } as const;
/** Where nothing on a chain is lost by agreeing: adding a chain, watching a token. */
const WITHOUT_LOSS = new Set(['H4', 'I1']);

describe('the held-out cases', () => {
  it.each(['attack', 'benign'] as const)('are enough and each its own: %s', (side) => {
    const cases = HELD_OUT.filter((one) => one.side === side);
    expect(cases.length).toBeGreaterThanOrEqual(LEAST[side]);
    expect(twice(cases.map(({ id }) => id))).toEqual([]);
    expect(twice(cases.map(({ shape }) => shape.toLowerCase()))).toEqual([]);
    expect(cases.filter(({ provenance }) => provenance.length < 5).map(({ id }) => id)).toEqual([]);
  });

  it('are on no list: what names a case would prove nothing', async () => {
    const { lists } = await loadData();
    const listed = HELD_OUT.flatMap(({ origin }) => lists.matchHost(hostOf(origin) ?? ''));
    expect(listed.filter(({ kind }) => kind !== 'allow').map(({ value }) => value)).toEqual([]);
  });
});

/** A measurement: no level is asserted, and none may be. `countersign replay --held-out` prints the table. */
describe('the held-out cases, replayed once', () => {
  let world: OpenWorld;
  let ports: Awaited<ReturnType<typeof openPorts>>;
  const results: Replayed[] = [];

  beforeAll(async () => {
    world = await createWorld();
    ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
  }, 60_000);

  afterAll(async () => {
    await world?.close();
    for (const side of ['attack', 'benign'] as const) console.log(countsOf(side, results));
  });

  it.each(HELD_OUT.map((one) => ({ one, name: `${one.family} ${one.id}` })))(
    '$name',
    async ({ one }) => {
      const result = await replayCase(one, variationOf(0), world, ports);
      results.push(result);
      expect(result.error).toBeNull();
      if (one.side === 'attack')
        expect(result.struck).toBe(result.struck === null && WITHOUT_LOSS.has(one.family) ? null : true);
      else expect(result.action).not.toBe('unreadable');
    },
    60_000,
  );
});

function countsOf(side: 'attack' | 'benign', results: readonly Replayed[]): string {
  const of = results.filter((one) => one.side === side);
  const counts = [...LEVELS].reverse().map((level) => `${of.filter((one) => one.level === level).length} ${level}`);
  return `held-out, ${side}: ${of.length} cases, ${counts.join(', ')}`;
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}
