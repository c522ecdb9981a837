import { describe, expect, it } from 'vitest';
import { createEarlierBook } from './earlier.ts';
import { approve, reportOf, transfer } from './testing/report.ts';

describe('requests that may not be mined yet', () => {
  it('are those of one account and chain, in order, for ten minutes', () => {
    let at = 1_000;
    const book = createEarlierBook(() => at);
    const [first, second] = [reportOf(approve(5n)), reportOf(transfer(5n))];
    book.remember(first);
    book.remember(second);
    const { account, chainId } = first.request;
    if (account === null || chainId === null) throw new Error('The report has no account.');
    expect(book.of(chainId, account.toUpperCase().replace('0X', '0x')).map(({ request }) => request)).toEqual([
      first.request,
      second.request,
    ]);
    expect(book.of(chainId + 1, account)).toEqual([]);
    expect(book.of(chainId, `0x${'12'.repeat(20)}`)).toEqual([]);
    at += 10 * 60 * 1000;
    expect(book.of(chainId, account)).toEqual([]);
  });

  it('hold no signatures', () => {
    const book = createEarlierBook(() => 0);
    const report = reportOf(approve(5n));
    const ask = { kind: 'message', account: report.request.account, bytes: '0x', text: 'hi' } as const;
    book.remember({ ...report, request: { ...report.request, ask } });
    expect(book.of(report.request.chainId ?? 0, report.request.account ?? '')).toEqual([]);
  });
});
