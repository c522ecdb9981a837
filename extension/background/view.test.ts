import { describe, expect, it } from 'vitest';
import type { StoredRequest } from '../protocol/stored.ts';
import { approve, reportOf, SPENDER } from './testing/report.ts';
import { reviewView, siteOf } from './view.ts';

const stored: StoredRequest = {
  ...{
    id: 'a'.repeat(32),
    key: 'b'.repeat(32),
    document: 'd',
    tabId: 1,
    incognito: false,
    documentId: 'd',
    frame: 'sub',
  },
  ...{ origin: 'https://frame.example.org', topOrigin: 'https://top.example.com', digest: '', phase: 'ready' },
  ...{ choice: null, code: null, message: null, arrivedAt: 1, expiresAt: 2 },
};
const facts = {
  ...{ method: 'eth_sendTransaction', paramsText: '[]', walletName: null, account: null, chainName: null },
  lists: [{ name: 'MetaMask', date: '2026-11-01' }],
};

describe('reviewView', () => {
  it('is plain JSON: it crosses a port as it is', async () => {
    const view = reviewView(stored, await reportOf('eth_sendTransaction', approve(SPENDER, 2n ** 255n)), facts);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(view).toMatchObject({ state: 'ready', insideSite: 'top.example.com', arrivedAt: 1, expiresAt: 2 });
    expect(view.technicalText).toContain(SPENDER);
    expect(view.technicalText).toContain('MetaMask');
  });

  it('is `checking` without a report and asks the most of the person until there is one', () => {
    expect(reviewView(stored, null, facts)).toMatchObject({ state: 'checking', explanation: null, friction: 'fact' });
  });

  it('is `decided` once a choice was made', async () => {
    const report = await reportOf('eth_sendTransaction', approve(SPENDER, 1n));
    expect(reviewView({ ...stored, phase: 'decided' }, report, facts).state).toBe('decided');
  });
});

describe('siteOf', () => {
  it.each([
    ['https://app.uniswap.org', { before: 'app.', registrable: 'uniswap.org', after: '' }],
    ['https://evil.vercel.app', { before: '', registrable: 'evil.vercel.app', after: '' }],
    ['http://localhost:8545', { before: '', registrable: 'localhost', after: ':8545' }],
    ['http://127.0.0.1:3000', { before: '', registrable: '127.0.0.1', after: ':3000' }],
    [null, { before: '', registrable: '', after: '' }],
  ])('splits %s', (origin, expected) => {
    expect(siteOf(origin)).toEqual(expected);
  });
});
