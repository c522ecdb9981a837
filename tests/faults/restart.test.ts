import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reviewPages } from '../setup/reviewWindow.ts';
import { openLab, openTab, reached, ready, sign, told } from './lab.ts';

/** checks.md F6: the browser quits while requests wait, and comes back with the same profile. */
it('a browser that quits takes its requests along; the next one starts with none', { timeout: 120_000 }, async () => {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-restart-'));
  try {
    const first = await openLab({ profile });
    const before = await openTab(first.session, await first.site());
    await sign(before, 'before', 'also before');
    await ready(first, 'before');
    await ready(first, 'also before');
    await first.close();

    const second = await openLab({ profile });
    expect(await second.desk.stored()).toEqual([]);
    expect(await second.desk.queue()).toEqual([]);
    expect(reviewPages(second.session.context, second.session.id)).toEqual([]);
    expect((await reached(second.session)).size).toBe(0);
    const after = await openTab(second.session, await second.site());
    await sign(after, 'after');
    await second.desk.decide(await ready(second, 'after'), 'continue');
    await expect.poll(() => told(after)).toEqual([{ text: 'after', what: 'ok' }]);
    expect([...(await reached(second.session))]).toEqual([['after', 1]]);
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
