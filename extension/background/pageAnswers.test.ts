import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/check.ts';
import type { Desk, Live } from './desk.ts';
import { approve, reportOf, SPENDER, transfer, withLevel } from './testing/report.ts';
import { word } from './words.ts';

vi.mock('./status.ts', () => ({ readStatus: () => Promise.resolve(null) }));
const { createPageAnswers, FRESH_MS } = await import('./pageAnswers.ts');
const { openSettings } = await import('./settings.ts');
const { openHistory } = await import('./history.ts');
const { openPauses } = await import('./pauses.ts');
const { memoryArea } = await import('./testing/area.ts');

const ID = 'a'.repeat(32);

/** The answers over a desk that holds one ready request; `next` is what a new check would say. */
async function answersFor(report: Report | null, next: Report | null = report, worseAt = 0) {
  const decided: string[] = [];
  let current = report;
  let now = 0;
  const live = () => ({ report: current, checkedAt: 0, worseAt, ask: {} }) as Live;
  const desk = {
    find: () => ({ request: { id: ID, phase: 'ready' }, live: live() }),
    waiting: () => [],
    isLooking: () => false,
    decide: async (_id: string, choice: string) => {
      decided.push(choice);
      return true;
    },
    recheck: async () => {
      const before = current;
      current = next;
      return before === null || next === null ? null : { before, after: next };
    },
  } as unknown as Desk;
  const area = memoryArea();
  const answer = createPageAnswers({
    desk,
    settings: await openSettings(area),
    history: await openHistory(area),
    pauses: await openPauses(area, () => now),
    packaged: Promise.resolve({ lists: null, registry: null }),
    checker: {
      check: () => Promise.reject(new Error()),
      checkSite: () => Promise.reject(new Error()),
      who: () => Promise.reject(new Error()),
      newestBlock: async () => null,
    },
    model: async () => null,
    now: () => now,
    changed: () => undefined,
    pause: async () => undefined,
    forget: async () => undefined,
    look: async () => undefined,
    markPaused: () => undefined,
  });
  return {
    decided,
    answer,
    age: (durationMs: number) => {
      now = durationMs;
    },
  };
}

const proceed = (picked: number | null) => ({ type: 'review/decide', id: ID, choice: 'continue', picked }) as const;

describe('review/decide', () => {
  it('takes the true fact for danger, and no other', async () => {
    const base = await reportOf('eth_sendTransaction', approve(SPENDER, 2n ** 256n - 1n));
    const challenge = { question: 'What?', options: ['a', 'b', 'c'], answer: 1 };
    const report: Report = {
      ...base,
      verdict: { ...base.verdict, level: 'danger', friction: 'fact' },
      explanation: { ...base.explanation, challenge },
    };
    for (const picked of [null, 0, 2]) {
      const { answer, decided } = await answersFor(report);
      expect(await answer(proceed(picked))).toMatchObject({ ok: false });
      expect(decided).toEqual([]);
    }
    const { answer, decided } = await answersFor(report);
    expect(await answer(proceed(1))).toEqual({ ok: true });
    expect(decided).toEqual(['continue']);
  });

  it('checks again what is old, and refuses when it has worsened', async () => {
    const seen = await reportOf('eth_sendTransaction', transfer(SPENDER, 1n));
    const fresh = await answersFor(seen, withLevel(seen, 'danger'));
    fresh.age(FRESH_MS);
    expect(await fresh.answer(proceed(null))).toEqual({ ok: true });
    const old = await answersFor(seen, withLevel(seen, 'danger'));
    old.age(FRESH_MS + 1);
    expect(await old.answer(proceed(null))).toEqual({ ok: false, refused: word('review.changed') });
    expect(old.decided).toEqual([]);
    const same = await answersFor(seen);
    same.age(FRESH_MS + 1);
    expect(await same.answer(proceed(null))).toEqual({ ok: true });
  });

  it('refuses what was decided on a view from before it got worse', async () => {
    const report = await reportOf('eth_sendTransaction', transfer(SPENDER, 1n));
    const { answer, decided } = await answersFor(report, report, 5);
    expect(await answer({ ...proceed(null), seenAt: 4 })).toEqual({ ok: false, refused: word('review.changed') });
    expect(decided).toEqual([]);
    expect(await answer({ ...proceed(null), seenAt: 5 })).toEqual({ ok: true });
  });

  it('refuses Continue without a verdict; Reject always works', async () => {
    const { answer, decided } = await answersFor(null);
    expect(await answer(proceed(null))).toMatchObject({ ok: false });
    expect(await answer({ type: 'review/decide', id: ID, choice: 'reject', picked: null })).toEqual({ ok: true });
    expect(decided).toEqual(['reject']);
  });
});

describe('settings', () => {
  it('refuses an RPC that would send in the clear, and keeps the rest as it was', async () => {
    const { answer } = await answersFor(null);
    const write = { type: 'settings/write', chosen: true, show: 'default', language: 'en' } as const;
    expect(await answer({ ...write, rpcUrls: { 1: 'http://rpc.example' } })).toMatchObject({ ok: false });
    const second = { rpcUrls: { 1: 'https://rpc.example' }, secondRpcUrls: { 1: 'http://other.example' } };
    expect(await answer({ ...write, ...second })).toMatchObject({ ok: false });
    expect(await answer({ type: 'settings/read' })).toMatchObject({ chosen: false });
    expect(await answer({ ...write, rpcUrls: { 1: 'https://rpc.example', 10: null } })).toEqual({ ok: true });
    expect(await answer({ type: 'settings/read' })).toMatchObject({ chosen: true, lists: [], model: null });
  });
});
