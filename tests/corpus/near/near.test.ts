import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../../src/cli/commands/check.ts';
import type { Level } from '../../../src/judge/Verdict.ts';
import { createWorld, type OpenWorld } from '../createWorld.ts';
import { replayCase, variationOf } from '../replay.ts';
import { NEAR } from './index.ts';

describe('the nearest honest twins', () => {
  let world: OpenWorld;
  let ports: Awaited<ReturnType<typeof openPorts>>;
  const levels: (Level | null)[] = [];
  beforeAll(async () => {
    world = await createWorld();
    ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
  }, 60_000);
  afterAll(async () => {
    await world?.close();
    console.log(
      `near twins: ${NEAR.length} shapes, ${levels.length} replays, ${count('caution')} caution, ${count('unknown')} unknown`,
    );
  });
  const count = (level: Level): number => levels.filter((one) => one === level).length;

  it.each(NEAR.flatMap((one) => [0, 1, 6].map((at) => ({ one, at, name: one.shape }))))(
    'below danger: $name ($at)',
    async ({ one, at }) => {
      const { error, level } = await replayCase(one, variationOf(at), world, ports);
      levels.push(level);
      expect(error).toBeNull();
      expect(level).not.toBe('danger');
    },
    60_000,
  );
});
