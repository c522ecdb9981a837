import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../src/cli/commands/check.ts';
import { NEAR_HANDING } from './benign/handing.ts';
import { createWorld, type OpenWorld } from './createWorld.ts';
import { replayCase, variationOf } from './replay.ts';

/**
 * Honest requests that come as near as can be to a coin handed on at once and to a proxy that is emptied: they may be
 * cautioned against, which is why they are not in the corpus that is counted, and none of them may ever be danger.
 */
describe('honest twins of coins handed on and of proxies emptied', () => {
  let world: OpenWorld;
  let ports: Awaited<ReturnType<typeof openPorts>>;
  beforeAll(async () => {
    world = await createWorld();
    ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
  }, 60_000);
  afterAll(() => world?.close());

  it.each(NEAR_HANDING.flatMap((one) => [0, 1, 6].map((at) => ({ one, at, name: one.shape }))))(
    'below danger: $name ($at)',
    async ({ one, at }) => {
      const { error, level } = await replayCase(one, variationOf(at), world, ports);
      expect(error).toBeNull();
      expect(level).not.toBe('danger');
    },
    60_000,
  );
});
