import { describe, expect, it } from 'vitest';
import { signatureForOtherAccount } from './signature-for-other-account.ts';
import {
  answer,
  makeRequest,
  makeScene,
  messageAsk,
  OTHER_OWN,
  STRANGER,
  transactionAsk,
  USER,
} from './testing/scene.ts';

const on = (from: `0x${string}` | null, account: `0x${string}` | null = USER) =>
  answer(signatureForOtherAccount, makeScene({ request: makeRequest({ account, ask: transactionAsk({ from }) }) }));

describe('signature-for-other-account', () => {
  it('fires when the request names a stranger', () => {
    expect(on(STRANGER)).toBe('fired: caution');
    const request = makeRequest({ account: STRANGER, ask: messageAsk('x') });
    expect(answer(signatureForOtherAccount, makeScene({ request, history: null }))).toBe('fired: caution');
  });

  it('stays quiet on the user’s accounts and where none is named', () => {
    expect(on(USER)).toBe('clear');
    expect(on(OTHER_OWN)).toBe('clear');
    expect(on(null)).toBe('quiet');
  });

  it('cannot tell when the connected account is not known', () => {
    expect(on(STRANGER, null)).toBe('inconclusive');
  });
});
