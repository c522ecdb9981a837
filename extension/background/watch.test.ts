import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/check.ts';
import { sampleView } from '../../src/simulate/testing/sampleView.ts';
import type { Desk, Kept, Live } from './desk.ts';
import { approve, reportOf, SPENDER } from './testing/report.ts';
import { createWatch, FRESH_MS } from './watch.ts';

const ID = 'a'.repeat(32);
const held: Kept = (before) => before;

async function onChain(block: bigint, method = 'eth_sendTransaction'): Promise<Report> {
  const report = await reportOf(method, method === 'personal_sign' ? ['0x6869', SPENDER] : approve(SPENDER, 1n));
  return { ...report, chain: { ...sampleView.view, blockNumber: block } };
}

function watchOn(
  report: Report | null,
  over: { phase?: string; looking?: boolean; newest?: () => bigint | null } = {},
) {
  const looks: string[] = [];
  const asked: number[] = [];
  let now = FRESH_MS;
  const live = { report, checkedAt: 0 } as Live;
  const desk = {
    find: () => ({ request: { id: ID, phase: over.phase ?? 'ready' }, live }),
    isLooking: () => over.looking ?? false,
    recheck: async (id: string, kept: Kept) => {
      expect(kept).toBe(held);
      looks.push(id);
      return null;
    },
  } as unknown as Desk;
  const look = createWatch({
    ...{ desk, held },
    now: () => now,
    newestBlock: async (chainId) => {
      asked.push(chainId);
      return (over.newest ?? (() => 8n))();
    },
  });
  const pass = (durationMs: number): void => {
    now += durationMs;
  };
  return { look: () => look(ID), looks, asked, live, pass };
}

describe('the watch', () => {
  it('looks again when a block has come, at most every twelve seconds', async () => {
    const { look, looks, asked, pass, live } = watchOn(await onChain(7n));
    await look();
    expect(looks).toEqual([ID]);
    live.again = { block: 8n, worseBlock: null };
    pass(FRESH_MS - 1);
    await look();
    expect(asked).toHaveLength(1);
    pass(1);
    await look();
    expect(asked).toHaveLength(2);
    expect(looks).toHaveLength(1);
  });

  it('asks nobody about what was checked a moment ago', async () => {
    const { look, asked, live } = watchOn(await onChain(7n));
    live.checkedAt = 1;
    await look();
    expect(asked).toEqual([]);
  });

  it('looks no sooner where the newest block is the one that was seen, or an older one', async () => {
    for (const newest of [7n, 6n, null]) {
      const { look, looks, asked } = watchOn(await onChain(7n), { newest: () => newest });
      await look();
      expect([asked.length, looks.length]).toEqual([1, 0]);
    }
  });

  it('asks nobody about what is decided, unchecked, not simulated, being looked at, or a text', async () => {
    const report = await onChain(7n);
    for (const one of [
      watchOn(report, { phase: 'decided' }),
      watchOn(null),
      watchOn({ ...report, chain: null }),
      watchOn(report, { looking: true }),
      watchOn(await onChain(7n, 'personal_sign')),
    ]) {
      await one.look();
      expect(one.asked).toEqual([]);
    }
  });

  it('lets what is shown stand where the endpoint fails', async () => {
    const fails = () => {
      throw new Error('down');
    };
    const { look, looks } = watchOn(await onChain(7n), { newest: fails });
    await look();
    expect(looks).toEqual([]);
  });
});
