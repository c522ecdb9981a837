import { describe, expect, it } from 'vitest';
import { dataToEoa } from './data-to-eoa.ts';
import { account, answer, CONTRACT, call, makeChain, makeScene, STRANGER, transfer, USER } from './testing/scene.ts';

const on = (action: ReturnType<typeof call>, more = {}) => makeScene({ action, ...more });

describe('data-to-eoa', () => {
  it('fires on a paid call to an address without code', () => {
    expect(answer(dataToEoa, on(call({ to: STRANGER, data: '0x4e71d92d', valueWei: 1n })))).toBe('fired: danger');
    expect(answer(dataToEoa, on(transfer({ data: '0x5fba79f5' })))).toBe('fired: danger');
  });

  it('is caution for a memo or a call without value', () => {
    expect(answer(dataToEoa, on(transfer({ data: '0x7468616e6b73' })))).toBe('fired: caution');
    expect(answer(dataToEoa, on(call({ to: STRANGER, data: '0x4e71d92d' })))).toBe('fired: caution');
  });

  it('stays quiet on contracts, delegated accounts, plain payments and oneself', () => {
    expect(answer(dataToEoa, on(call({ to: CONTRACT, data: '0x4e71d92d', valueWei: 1n })))).toBe('clear');
    const chain = makeChain({ accounts: new Map([[STRANGER, account('delegated')]]) });
    expect(answer(dataToEoa, on(call({ to: STRANGER, data: '0x4e71d92d', valueWei: 1n }), { chain }))).toBe('clear');
    expect(answer(dataToEoa, on(transfer({ to: USER, data: '0x4e71d92d' })))).toBe('clear');
    expect(answer(dataToEoa, on(transfer()))).toBe('quiet');
  });

  it('cannot tell without the account’s facts', () => {
    expect(answer(dataToEoa, on(call({ to: STRANGER, data: '0x4e71d92d', valueWei: 1n }), { chain: null }))).toBe(
      'inconclusive',
    );
  });
});
