import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/check.ts';
import { kindOfRequest, openQuietBook } from './quiet.ts';
import { memoryArea } from './testing/area.ts';
import { approve, OTHER, reportOf, SPENDER, transfer, USER, withLevel } from './testing/report.ts';

const routine = async (method: string, params: unknown, origin?: string): Promise<Report> =>
  withLevel(await reportOf(method, params, origin), 'routine');

const book = () => openQuietBook(memoryArea(), () => 0);

describe('the quiet rule', () => {
  it('opens the first of a kind and passes its repeat', async () => {
    const quiet = await book();
    const report = await routine('eth_sendTransaction', approve(SPENDER, 100n));
    expect(quiet.isRepeat(report)).toBe(false);
    await quiet.remember(report);
    expect(quiet.isRepeat(report)).toBe(true);
  });

  it('opens for every kind again once the history is cleared', async () => {
    const area = memoryArea();
    const quiet = await openQuietBook(area, () => 0);
    const report = await routine('eth_sendTransaction', approve(SPENDER, 100n));
    await quiet.remember(report);
    await quiet.clear();
    expect(quiet.isRepeat(report)).toBe(false);
    expect((await openQuietBook(area, () => 0)).isRepeat(report)).toBe(false);
  });

  it('outlives the worker', async () => {
    const area = memoryArea();
    const report = await routine('eth_sendTransaction', approve(SPENDER, 100n));
    await (await openQuietBook(area, () => 0)).remember(report);
    expect((await openQuietBook(area, () => 0)).isRepeat(report)).toBe(true);
  });

  it('opens for a new spender, a larger allowance, another site', async () => {
    const quiet = await book();
    await quiet.remember(await routine('eth_sendTransaction', approve(SPENDER, 100n)));
    expect(quiet.isRepeat(await routine('eth_sendTransaction', approve(OTHER, 100n)))).toBe(false);
    expect(quiet.isRepeat(await routine('eth_sendTransaction', approve(SPENDER, 101n)))).toBe(false);
    expect(quiet.isRepeat(await routine('eth_sendTransaction', approve(SPENDER, 2n ** 256n - 1n)))).toBe(false);
    expect(quiet.isRepeat(await routine('eth_sendTransaction', approve(SPENDER, 100n), 'https://b.org'))).toBe(false);
    expect(quiet.isRepeat(await routine('eth_sendTransaction', approve(SPENDER, 99n)))).toBe(true);
  });

  it('opens for a payment whose share of the holdings is not known, or is over a tenth', async () => {
    const quiet = await book();
    const payment = await routine('eth_sendTransaction', transfer(SPENDER, 1n));
    const shared = (share: number | null): Report => ({
      ...payment,
      consequences: payment.consequences.map((one) => (one.kind === 'leaves' ? { ...one, share } : one)),
    });
    await quiet.remember(payment);
    expect(payment.consequences.some(({ kind }) => kind === 'leaves')).toBe(true);
    expect(quiet.isRepeat(shared(null))).toBe(false);
    expect(quiet.isRepeat(shared(0.11))).toBe(false);
    expect(quiet.isRepeat(shared(0.1))).toBe(true);
  });

  it('is never quiet about what is not routine', async () => {
    const quiet = await book();
    const report = await routine('eth_sendTransaction', approve(SPENDER, 100n));
    await quiet.remember(report);
    for (const level of ['unknown', 'caution', 'danger'] as const) {
      expect(quiet.isRepeat(withLevel(report, level))).toBe(false);
    }
  });

  it('knows no kind for an opaque origin or an unreadable request', async () => {
    expect(kindOfRequest(await reportOf('personal_sign', ['0x68', USER], null))).toBeNull();
    expect(kindOfRequest(await reportOf('wallet_newThing', []))).toBeNull();
  });

  it('reads what is stored as data', async () => {
    const quiet = await openQuietBook(memoryArea({ kinds: { ['__proto__']: 1, a: { at: 'x' } } }), () => 0);
    expect(quiet.isRepeat(await routine('personal_sign', ['0x68', USER]))).toBe(false);
  });
});
