import { describe, expect, it } from 'vitest';
import type { ReviewView } from '../protocol/views.ts';
import { bySite } from './bySite.ts';

function item(id: string, origin: string | null): ReviewView {
  return {
    id,
    origin,
    state: 'ready',
    site: { before: '', registrable: '', after: '' },
    insideSite: null,
    walletName: null,
    chainName: null,
    account: null,
    method: 'eth_sign',
    level: 'unknown',
    friction: 'click',
    explanation: null,
    coverage: { ran: [], failed: [], skipped: [] },
    technicalText: '',
    arrivedAt: 0,
    expiresAt: 0,
    checkedAt: 0,
    again: null,
  };
}

describe('bySite', () => {
  it('keeps sites in the order of their first request, and requests in theirs', () => {
    const sites = bySite([
      item('1', 'https://b.example'),
      item('2', 'https://a.example'),
      item('3', 'https://b.example'),
    ]);
    expect(sites.map(({ items }) => items.map(({ id }) => id))).toEqual([['1', '3'], ['2']]);
  });

  it('never puts two pages without an origin together', () => {
    expect(bySite([item('1', null), item('2', null)])).toHaveLength(2);
  });

  it('keeps ports and schemes apart', () => {
    expect(bySite([item('1', 'https://a.example'), item('2', 'http://a.example')])).toHaveLength(2);
  });
});
