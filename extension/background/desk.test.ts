import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/check.ts';
import type { BackgroundMessage, BridgeAsk } from '../protocol/bridge.ts';
import type { StoredRequest } from '../protocol/stored.ts';
import { type DeskTools, LIFE_MS, MAX_WAITING_PER_ORIGIN, openDesk } from './desk.ts';
import type { Caller } from './senderRecord.ts';
import { openRequestStore } from './store.ts';
import { memoryArea } from './testing/area.ts';
import { approve, reportOf, SPENDER } from './testing/report.ts';

let report: Report;
beforeAll(async () => {
  report = await reportOf('eth_sendTransaction', approve(SPENDER, 1n));
});

const caller: Caller = {
  ...{ origin: 'https://dapp.example', topOrigin: 'https://dapp.example', documentId: 'D1', document: 'D1' },
  ...{ frame: 'top', tabId: 1, incognito: false },
};
let keys = 0;
let ids = 0;
const askOf = (key = (++keys).toString(16).padStart(32, '0')): BridgeAsk => ({
  ...{ type: 'ask', key, via: 'hook', method: 'personal_sign', paramsText: `["${key}"]`, chainId: 1, account: null },
  ...{ rdns: null, walletName: null, ancestors: [], contradicted: [] },
});

/** A desk over one session storage: `restart` is the worker's death and next life. */
async function deskOn(area = memoryArea(), over: Partial<DeskTools> = {}) {
  const sent: BackgroundMessage[] = [];
  const link = { post: (message: BackgroundMessage) => void sent.push(message) };
  const timers: (() => void)[] = [];
  const decidedOnes: StoredRequest[] = [];
  let now = 0;
  const windows = { shown: 0 };
  const desk = openDesk({
    store: await openRequestStore(area),
    now: () => now,
    randomId: () => (++ids).toString(16).padStart(32, 'f'),
    digest: async (text) => text,
    later: (run) => timers.push(run),
    check: async () => report,
    opensWindow: () => true,
    isPaused: () => false,
    showWindow: () => {
      windows.shown++;
    },
    changed: () => undefined,
    decided: (request) => void decidedOnes.push(request),
    ...over,
  });
  const decisions = () => sent.filter((message) => message.type === 'decision');
  return {
    ...{ desk, sent, link, timers, area, decidedOnes, windows, decisions },
    setNow: (at: number) => {
      now = at;
    },
  };
}

const firstId = (desk: Awaited<ReturnType<typeof deskOn>>['desk']): string => desk.waiting()[0]?.request.id ?? '';

describe('the desk', () => {
  it('writes a request down before anything else is done with it', async () => {
    const seen: unknown[] = [];
    const area = memoryArea();
    const { desk, link } = await deskOn(area, {
      check: async () => {
        seen.push(...Object.values(area.items));
        return report;
      },
    });
    await desk.receive(caller, askOf(), link);
    expect(seen).toMatchObject([{ phase: 'checking', origin: 'https://dapp.example' }]);
    expect(JSON.stringify(seen)).not.toContain('paramsText');
  });

  it('shows it, takes one decision, and answers until that is acknowledged', async () => {
    const { desk, link, decisions, timers, windows, area } = await deskOn();
    const ask = askOf();
    await desk.receive(caller, ask, link);
    expect(windows.shown).toBe(1);
    const id = firstId(desk);
    expect(await Promise.all([desk.decide(id, 'continue'), desk.decide(id, 'reject')])).toEqual([true, false]);
    for (const run of timers.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(decisions().length).toBeGreaterThan(1);
    expect(new Set(decisions().map((message) => JSON.stringify(message))).size).toBe(1);
    await desk.acknowledge('D1', ask.key);
    const before = decisions().length;
    for (const run of timers.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(decisions().length).toBe(before);
    expect(area.items).toEqual({});
  });

  it('passes a quiet one without a window', async () => {
    const { desk, link, decisions, windows, decidedOnes } = await deskOn(memoryArea(), { opensWindow: () => false });
    await desk.receive(caller, askOf(), link);
    expect(windows.shown).toBe(0);
    expect(decisions()).toMatchObject([{ choice: 'continue' }]);
    expect(decidedOnes).toMatchObject([{ choice: 'quiet' }]);
  });

  it('refuses what cannot be written down', async () => {
    const area = memoryArea();
    area.fail = true;
    const { desk, link, decisions } = await deskOn(area);
    await desk.receive(caller, askOf(), link);
    expect(decisions()).toMatchObject([{ choice: 'reject', code: -32603 }]);
    expect(desk.waiting()).toEqual([]);
  });

  it('turns a Continue that cannot be written down into a refusal', async () => {
    const { desk, link, decisions, area } = await deskOn();
    await desk.receive(caller, askOf(), link);
    area.fail = true;
    await desk.decide(firstId(desk), 'continue');
    expect(decisions()).toMatchObject([{ choice: 'reject', code: -32603 }]);
  });

  it('refuses what could not be checked at all', async () => {
    const { desk, link, decisions } = await deskOn(memoryArea(), { check: () => Promise.reject(new Error('broken')) });
    await desk.receive(caller, askOf(), link);
    expect(decisions()).toMatchObject([{ choice: 'reject', code: -32603 }]);
  });

  it('lets twenty of one site wait and answers the rest -32005', async () => {
    const { desk, link, decisions } = await deskOn();
    await Promise.all(Array.from({ length: 50 }, () => desk.receive(caller, askOf(), link)));
    expect(desk.waiting()).toHaveLength(MAX_WAITING_PER_ORIGIN);
    expect(decisions()).toHaveLength(30);
    expect(decisions()[0]).toMatchObject({ choice: 'reject', code: -32005 });
    const elsewhere = { ...caller, origin: 'https://other.example', document: 'D2' };
    await desk.receive(elsewhere, askOf(), link);
    expect(desk.waiting()).toHaveLength(MAX_WAITING_PER_ORIGIN + 1);
  });

  it('a further look: drifts add up, what got worse is stamped, and looks at once are one', async () => {
    const said = [100n, 101n, 102n];
    let checks = 0;
    const { desk, link, setNow } = await deskOn(memoryArea(), {
      check: () => reportOf('eth_sendTransaction', approve(SPENDER, said[Math.min(checks++, 2)] ?? 0n)),
    });
    await desk.receive(caller, askOf(), link);
    const id = firstId(desk);
    setNow(12);
    const looking = [desk.recheck(id), desk.recheck(id)];
    expect(desk.isLooking(id)).toBe(true);
    await Promise.all(looking);
    expect(checks).toBe(2);
    expect(desk.find(id)?.live).toMatchObject({ checkedAt: 12, again: { worseBlock: null } });
    expect(desk.find(id)?.live?.worseAt).toBeUndefined();
    setNow(24);
    await desk.recheck(id);
    expect(desk.find(id)?.live).toMatchObject({ checkedAt: 24, worseAt: 24 });
    expect(desk.isLooking(id)).toBe(false);
  });

  it('a further look that ends after the decision changes nothing of what was decided on', async () => {
    let release: (report: Report) => void = () => undefined;
    let checks = 0;
    const slow = new Promise<Report>((resolve) => {
      release = resolve;
    });
    const { desk, link } = await deskOn(memoryArea(), { check: async () => (checks++ === 0 ? report : slow) });
    await desk.receive(caller, askOf(), link);
    const id = firstId(desk);
    const look = desk.recheck(id);
    await desk.decide(id, 'continue');
    release({ ...report });
    expect(await look).toBeNull();
    expect(desk.find(id)?.live?.report).toBe(report);
  });

  it('rejects everything when the window is closed', async () => {
    const { desk, link, decisions } = await deskOn();
    await desk.receive(caller, askOf(), link);
    await desk.receive(caller, askOf(), link);
    await desk.rejectWhere(() => true, 'reject');
    expect(decisions()).toMatchObject([{ code: 4001 }, { code: 4001 }]);
  });

  it('expires after ten minutes', async () => {
    const { desk, link, decisions, decidedOnes, setNow } = await deskOn();
    await desk.receive(caller, askOf(), link);
    setNow(LIFE_MS - 1);
    await desk.sweep();
    expect(decisions()).toEqual([]);
    setNow(LIFE_MS);
    await desk.sweep();
    expect(decisions()).toMatchObject([{ choice: 'reject', code: 4001 }]);
    expect(decidedOnes).toMatchObject([{ choice: 'expired' }]);
  });

  it('drops what belongs to a document that is gone, and keeps what came back', async () => {
    const { desk, link, timers, area } = await deskOn();
    await desk.receive(caller, askOf(), link);
    desk.bridgeGone('D1', link);
    const again = { post: () => undefined };
    const kept = askOf();
    await desk.receive(caller, kept, again);
    for (const run of timers.splice(0)) run();
    expect(desk.waiting()).toHaveLength(2);
    desk.bridgeGone('D1', again);
    for (const run of timers.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(desk.waiting()).toEqual([]);
    expect(area.items).toEqual({});
  });
});

describe("the worker's death", () => {
  it.each(['received', 'checking', 'ready'] as const)(
    'in %s: the same id, checked again, one decision',
    async (phase) => {
      const first = await deskOn();
      const ask = askOf();
      await first.desk.receive(caller, ask, first.link);
      const id = firstId(first.desk);
      const stored = first.area.items[`request/${id}`];
      const area = memoryArea({ [`request/${id}`]: { ...(stored as StoredRequest), phase } });
      const second = await deskOn(area);
      await second.desk.receive(caller, ask, second.link);
      expect(second.desk.waiting().map(({ request }) => request.id)).toEqual([id]);
      await second.desk.decide(id, 'continue');
      expect(second.decisions()).toMatchObject([{ key: ask.key, choice: 'continue' }]);
    },
  );

  it.each(['decided', 'delivered'] as const)('in %s: the decision goes out again, unchanged', async (phase) => {
    const first = await deskOn();
    const ask = askOf();
    await first.desk.receive(caller, ask, first.link);
    const id = firstId(first.desk);
    await first.desk.decide(id, 'continue');
    const stored = first.area.items[`request/${id}`];
    const second = await deskOn(memoryArea({ [`request/${id}`]: { ...(stored as StoredRequest), phase } }));
    await second.desk.receive(caller, ask, second.link);
    expect(second.decisions()).toMatchObject([{ key: ask.key, choice: 'continue' }]);
    expect(second.windows.shown).toBe(0);
  });

  it('between the acknowledgement and forgetting: the next life forgets it', async () => {
    const first = await deskOn();
    await first.desk.receive(caller, askOf(), first.link);
    const id = firstId(first.desk);
    await first.desk.decide(id, 'continue');
    const stored = first.area.items[`request/${id}`] as StoredRequest;
    const second = await deskOn(memoryArea({ [`request/${id}`]: { ...stored, phase: 'done' } }));
    expect(second.desk.isBusy()).toBe(false);
    expect(second.area.items).toEqual({});
  });

  it('with the acknowledgement: the decision goes out again with the next ask of its document', async () => {
    const first = await deskOn();
    const lost = askOf();
    await first.desk.receive(caller, lost, first.link);
    await first.desk.decide(firstId(first.desk), 'continue');
    const second = await deskOn(memoryArea(first.area.items));
    expect(second.desk.isBusy()).toBe(true);
    await second.desk.receive({ ...caller, document: 'D2' }, askOf(), second.link);
    expect(second.decisions()).toEqual([]);
    await second.desk.receive(caller, askOf(), second.link);
    expect(second.decisions()).toMatchObject([{ key: lost.key, choice: 'continue' }]);
    await second.desk.receive(caller, { ...lost, paramsText: '["evil"]' }, second.link);
    expect(second.decisions().at(-1)).toMatchObject({ key: lost.key, choice: 'reject', code: -32600 });
  });

  it('does not take a page that is still on its way back for one that left', async () => {
    const first = await deskOn();
    const ask = askOf();
    await first.desk.receive(caller, ask, first.link);
    const second = await deskOn(memoryArea(first.area.items));
    second.setNow(10_000);
    const third = await deskOn(memoryArea(first.area.items), { now: () => 10_000 });
    await third.desk.sweep();
    expect(third.desk.waiting()).toHaveLength(1);
    await second.desk.sweep();
    expect(second.desk.waiting()).toEqual([]);
    expect(second.area.items).toEqual({});
  });

  it('refuses another text under the same key', async () => {
    const first = await deskOn();
    const ask = askOf();
    await first.desk.receive(caller, ask, first.link);
    const second = await deskOn(memoryArea(first.area.items));
    await second.desk.receive(caller, { ...ask, paramsText: '["evil"]' }, second.link);
    expect(second.decisions()).toMatchObject([{ choice: 'reject', code: -32600 }]);
  });

  it('can be rejected in the window before the page has come back', async () => {
    const first = await deskOn();
    const ask = askOf();
    await first.desk.receive(caller, ask, first.link);
    const second = await deskOn(memoryArea(first.area.items));
    await second.desk.rejectWhere(() => true, 'reject');
    await second.desk.receive(caller, ask, second.link);
    expect(second.decisions()).toMatchObject([{ choice: 'reject', code: 4001 }]);
  });

  it('forgets stored nonsense', async () => {
    const area = memoryArea({ 'request/x': { id: 'x', phase: 'flying' }, window: 7 });
    const { desk } = await deskOn(area);
    expect(desk.waiting()).toEqual([]);
    expect(area.items).toEqual({ window: 7 });
  });
});
