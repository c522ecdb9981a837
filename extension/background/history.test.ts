import { describe, expect, it } from 'vitest';
import { openHistory } from './history.ts';
import { memoryArea } from './testing/area.ts';
import { approve, OTHER, reportOf, SPENDER, transfer, USER, withLevel } from './testing/report.ts';

const on = (origin: string) => reportOf('eth_sendTransaction', transfer(OTHER, 1n), origin);

describe('counterparties', () => {
  it('are those the person went on with, newest first, and survive a restart', async () => {
    const area = memoryArea();
    const book = await openHistory(area);
    await book.remember(await on('https://a.example'));
    await book.remember(await reportOf('eth_sendTransaction', approve(SPENDER, 5n)));
    expect(book.current().counterparties).toEqual([SPENDER, OTHER]);
    expect((await openHistory(area)).current()).toEqual(book.current());
  });

  it('do not grow with a permission that is taken back', async () => {
    const book = await openHistory(memoryArea());
    await book.remember(await reportOf('eth_sendTransaction', approve(SPENDER, 0n)));
    expect(book.current().counterparties).toEqual([]);
  });
});

describe('clearing', () => {
  it('forgets counterparties, accounts and recent requests, on disk too', async () => {
    const area = memoryArea();
    const book = await openHistory(area);
    for (const site of ['https://a.example', 'https://b.example']) await book.remember(await on(site));
    await book.add({ id: 'a', at: 1, host: 'a.example', headline: 'Paid.', level: 'routine', choice: 'continue' });
    await book.clear();
    for (const one of [book, await openHistory(area)]) {
      expect(one.current()).toEqual({ counterparties: [], ownAccounts: [] });
      expect(one.recent()).toEqual([]);
    }
    await book.remember(await on('https://c.example'));
    expect(book.current().ownAccounts).toEqual([]);
  });
});

describe('own accounts', () => {
  it('are learned from two sites, because one page says what it likes', async () => {
    const area = memoryArea();
    const book = await openHistory(area);
    await book.remember(await on('https://app.a.example'));
    await book.remember(await on('https://other.a.example'));
    expect(book.current().ownAccounts).toEqual([]);
    const later = await openHistory(area);
    await later.remember(await on('https://b.example'));
    expect(later.current().ownAccounts).toEqual([USER]);
    expect(later.current().accountSites).toEqual({});
  });

  it('are not learned from what was doubtful', async () => {
    const book = await openHistory(memoryArea());
    const first = await on('https://a.example');
    await book.remember(withLevel(first, 'danger'));
    await book.remember({ ...first, request: { ...first.request, contradicted: ['account'] } });
    await book.remember({ ...first, request: { ...first.request, origin: null } });
    await book.remember(await on('https://b.example'));
    expect(book.current().ownAccounts).toEqual([]);
  });

  it('known from before stay, and a stored book that does not fit is begun anew', async () => {
    const book = await openHistory(memoryArea({ history: { counterparties: [], ownAccounts: [USER] } }));
    await book.remember(await on('https://a.example'));
    expect(book.current().ownAccounts).toEqual([USER]);
    const broken = await openHistory(memoryArea({ history: { counterparties: 'all' } }));
    expect(broken.current()).toEqual({ counterparties: [], ownAccounts: [] });
  });
});
