import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPorts } from '../../src/cli/commands/check.ts';
import { EVASIVE } from '../corpus/attacks/evasive.ts';
import { SALES } from '../corpus/benign/sales.ts';
import { createWorld, type OpenWorld } from '../corpus/createWorld.ts';
import { own } from '../corpus/protocols/contract.ts';
import { replayCase, variationOf } from '../corpus/replay.ts';

/** A sale whose buyer turns it before it is mined (taxonomy H2), beside the honest ones it is modelled on. */
let world: OpenWorld;
let ports: Awaited<ReturnType<typeof openPorts>>;
beforeAll(async () => {
  // Compiles every protocol: half a minute on a busy machine.
  own('Buyback');
  world = await createWorld();
  ports = await openPorts({ rpc: world.rpcUrl, language: 'en' });
}, 240_000);
afterAll(() => world?.close());

describe('a buyer who can have it for nothing', () => {
  it('is tried, and shown', async () => {
    const sale = EVASIVE.find(({ id }) => id === 'h2-payout');
    if (sale === undefined) throw new Error('No such case.');
    const { level, reasons, struck } = await replayCase(sale, variationOf(0), world, ports);
    expect(struck).toBe(true);
    expect(level).toBe('danger');
    expect(reasons.map(({ text }) => text).join()).toMatch(/We tried it: .* can make this contract give you nothing/u);
  }, 120_000);

  it.each(SALES.map((one) => [one.id, one] as const))(
    'is not said of an honest one: %s',
    async (_, one) => {
      const { level, error } = await replayCase(one, variationOf(1), world, ports);
      expect(error).toBeNull();
      expect(['routine', 'caution']).toContain(level);
    },
    60_000,
  );
});
