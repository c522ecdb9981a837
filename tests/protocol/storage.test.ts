import { describe, expect, it } from 'vitest';
import { openHistory } from '../../extension/background/history.ts';
import { openPauses, PAUSE_MS } from '../../extension/background/pauses.ts';
import { openQuietBook } from '../../extension/background/quiet.ts';
import { openSettings } from '../../extension/background/settings.ts';
import { openRequestStore } from '../../extension/background/store.ts';
import { memoryArea } from '../../extension/background/testing/area.ts';
import { reportOf, SPENDER, transfer } from '../../extension/background/testing/report.ts';
import { DEFAULT_SETTINGS } from '../../extension/protocol/stored.ts';

/** checks.md F4: storage that is full, corrupt or of another version gives defaults, and never a silent pass. */

const NONSENSE: readonly unknown[] = [
  null,
  0,
  true,
  '',
  'nonsense',
  [],
  {},
  [[]],
  { version: 99 },
  { version: '1', chosen: true },
  { version: 1, chosen: 'yes', show: 'problems', language: 'en', rpcUrls: {} },
  { version: 1, chosen: true, show: 'nothing', language: 'en', rpcUrls: {} },
  { version: 1, chosen: true, show: 'problems', language: 'en', rpcUrls: { 1: 7 } },
  { version: 1, chosen: true, show: 'problems', language: 'en', rpcUrls: { 1: 'x'.repeat(5_000) } },
  JSON.parse('{"__proto__":{"chosen":true,"show":"problems"}}'),
  JSON.parse('{"version":1,"__proto__":{"chosen":true}}'),
];
const KEYS = ['settings', 'history', 'recent', 'kinds', 'pauses', 'window', 'oldTabs', 'request/x'];

describe.each(NONSENSE.map((value) => [JSON.stringify(value).slice(0, 60), value] as const))(
  'stored: %s',
  (_, value) => {
    const area = () => memoryArea(Object.fromEntries(KEYS.map((key) => [key, value])));

    it('is the defaults: nothing chosen, nothing paused, nothing quiet, nothing waiting', async () => {
      const local = area();
      const report = await reportOf('eth_sendTransaction', transfer(SPENDER, 1n));
      const settings = (await openSettings(local)).current();
      expect({ ...settings }).toEqual(DEFAULT_SETTINGS);
      const pauses = await openPauses(local, () => 0);
      for (const host of ['app.example.org', '', '__proto__', 'constructor']) expect(pauses.until(host)).toBeNull();
      expect((await openQuietBook(local, () => 0)).isRepeat(report)).toBe(false);
      expect((await openHistory(local)).current()).toEqual({ counterparties: [], ownAccounts: [] });
      expect((await openRequestStore(local)).all().size).toBe(0);
    });

    it('is written over by what is saved', async () => {
      const local = area();
      const settings = await openSettings(local);
      await settings.save({ chosen: true, show: 'problems', language: 'de', rpcUrls: { 1: null } });
      expect((await openSettings(local)).current()).toMatchObject({ chosen: true, show: 'problems', language: 'de' });
    });
  },
);

describe('a pause that cannot be', () => {
  it('lasts no longer than a pause does, whatever the clock was when it was written', async () => {
    const now = 1_760_000_000_000;
    const pauses = await openPauses(
      memoryArea({ pauses: { 'a.example': now + PAUSE_MS + 1, 'b.example': now + 1 } }),
      () => now,
    );
    expect(pauses.until('a.example')).toBeNull();
    expect(pauses.until('b.example')).toBe(now + 1);
  });
});

describe('an older version', () => {
  it('keeps what the person chose', async () => {
    const old = { chosen: true, show: 'everything', language: 'fr', rpcUrls: { 1: 'https://rpc.example' } };
    expect((await openSettings(memoryArea({ settings: old }))).current()).toEqual({ version: 1, ...old });
    const older = { chosen: true, rpcUrls: {} };
    expect((await openSettings(memoryArea({ settings: older }))).current()).toEqual({ ...DEFAULT_SETTINGS, ...older });
  });

  it('that was newer is not guessed at', async () => {
    const newer = { version: 2, chosen: true, show: 'everything', language: 'fr', rpcUrls: {} };
    expect((await openSettings(memoryArea({ settings: newer }))).current()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('storage that is full', () => {
  it('keeps the settings as they were, and says that saving failed', async () => {
    const area = memoryArea();
    const settings = await openSettings(area);
    area.fail = true;
    await expect(settings.save({ ...DEFAULT_SETTINGS, chosen: true })).rejects.toThrow();
    expect(settings.current().chosen).toBe(false);
  });

  it('lets no request pass as a known one that could not be remembered', async () => {
    const area = memoryArea();
    const report = await reportOf('eth_sendTransaction', transfer(SPENDER, 1n));
    const book = await openQuietBook(area, () => 0);
    area.fail = true;
    await expect(book.remember(report)).rejects.toThrow();
    expect((await openQuietBook(area, () => 0)).isRepeat(report)).toBe(false);
  });
});
