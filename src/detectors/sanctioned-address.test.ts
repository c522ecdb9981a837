import { describe, expect, it } from 'vitest';
import { sanctionedAddress } from './sanctioned-address.ts';
import {
  answer,
  CONTRACT,
  call,
  grant,
  leaves,
  listMatch,
  makeLists,
  makeRegistry,
  makeRequest,
  makeScene,
  messageAsk,
  STRANGER,
  transfer,
} from './testing/scene.ts';

const dated = listMatch({ kind: 'sanctioned', added: '2024-09-27' });
const lists = makeLists(
  {},
  { [STRANGER]: [dated], [CONTRACT]: [listMatch({ kind: 'sanctioned', added: null }), listMatch({ kind: 'drainer' })] },
);
const on = (more: Parameters<typeof makeScene>[0]) => makeScene({ lists, ...more });

describe('sanctioned-address', () => {
  it('fires for a recipient and for a spender, with source and date', () => {
    const scene = on({ action: transfer({ to: STRANGER }), consequences: [leaves()] });
    expect(answer(sanctionedAddress, scene)).toBe('fired: caution');
    const { message, facts, sources } = sanctionedAddress.detect(scene);
    expect(message).toBe('reason.sanctioned-address');
    expect(facts.date).toEqual({ type: 'date', value: '2024-09-27' });
    expect(sources).toEqual([{ name: 'MetaMask', date: '2024-09-27' }]);
    expect(answer(sanctionedAddress, on({ action: call(), consequences: [grant()] }))).toBe('fired: caution');
  });

  it('gives the copy’s date where the entry has none, and fires for known contracts too', () => {
    const registry = makeRegistry({ contracts: [{}] });
    const { message, facts, outcome } = sanctionedAddress.detect(on({ action: call(), registry }));
    expect([outcome, message]).toEqual(['fired', 'reason.sanctioned-address.undated']);
    expect(facts.date).toEqual({ type: 'date', value: '2025-05-03' });
  });

  it('stays quiet on other listings, on strangers, on revokes, and where nobody is named', () => {
    const scam = makeLists({}, { [STRANGER]: [listMatch()] });
    expect(answer(sanctionedAddress, on({ lists: scam, consequences: [leaves()] }))).toBe('clear');
    const elsewhere = transfer({ to: '0x1111111111111111111111111111111111111111' });
    expect(answer(sanctionedAddress, on({ action: elsewhere }))).toBe('clear');
    const revoke = { action: transfer({ to: '0x1111111111111111111111111111111111111111' }) };
    expect(answer(sanctionedAddress, on({ ...revoke, consequences: [grant({ revokes: true })] }))).toBe('clear');
    const action = { kind: 'message', text: 'x', bytes: '0x', looksLikeHash: false } as const;
    expect(answer(sanctionedAddress, on({ action, request: makeRequest({ ask: messageAsk('x') }) }))).toBe('quiet');
  });

  it('cannot tell without lists', () => {
    expect(answer(sanctionedAddress, on({ lists: null, consequences: [leaves()] }))).toBe('inconclusive');
  });
});
