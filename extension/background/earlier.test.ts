import { describe, expect, it } from 'vitest';
import { createEarlierBook } from './earlier.ts';
import { approve, OTHER, reportOf, SPENDER, transfer, USER } from './testing/report.ts';

const SEND = 'eth_sendTransaction';

describe('requests that may not be mined yet', () => {
  it('are those of one account and chain, in order, for ten minutes', async () => {
    let at = 1_000;
    const book = createEarlierBook(() => at);
    const first = await reportOf(SEND, approve(SPENDER, 5n));
    const second = await reportOf(SEND, transfer(OTHER, 5n));
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

  it('hold no signatures', async () => {
    const book = createEarlierBook(() => 0);
    const report = await reportOf('personal_sign', ['0x6869', USER]);
    book.remember(report);
    expect(book.of(1, USER)).toEqual([]);
  });
});
