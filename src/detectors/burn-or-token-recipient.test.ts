import { describe, expect, it } from 'vitest';
import { burnOrTokenRecipient } from './burn-or-token-recipient.ts';
import {
  answer,
  call,
  erc20,
  makeRequest,
  makeScene,
  STRANGER,
  transactionAsk,
  transfer,
  UNLISTED_TOKEN,
  USDC,
  WETH,
} from './testing/scene.ts';

const on = (parts: Parameters<typeof transfer>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  answer(burnOrTokenRecipient, makeScene({ action: transfer({ asset: erc20(USDC), ...parts }), ...more }));

describe('burn-or-token-recipient', () => {
  it('fires on a token sent to itself', () => {
    expect(on({ to: USDC })).toBe('fired: danger');
    expect(on({ to: '0xA0B86991C6218B36C1D19D4A2E9EB0CE3606EB48' }, { registry: null })).toBe('fired: danger');
  });

  it('is caution for burn addresses and for other tokens’ contracts', () => {
    expect(on({ to: '0x0000000000000000000000000000000000000000' })).toBe('fired: caution');
    expect(on({ asset: { type: 'native' }, to: '0x000000000000000000000000000000000000dEaD' })).toBe('fired: caution');
    expect(on({ to: WETH })).toBe('fired: caution');
    expect(on({ asset: erc20(UNLISTED_TOKEN), to: USDC }, { registry: null })).toBe('fired: caution');
  });

  it('stays quiet on people, on coins sent to a wrapping contract, and elsewhere', () => {
    expect(on({ to: STRANGER })).toBe('clear');
    expect(on({ asset: { type: 'native' }, to: WETH })).toBe('clear');
    expect(answer(burnOrTokenRecipient, makeScene({ action: call() }))).toBe('quiet');
  });

  it('takes the token’s own burn function for what it is, and a transfer to nowhere for a mistake', () => {
    const nowhere = '0x0000000000000000000000000000000000000000';
    const asked = (data: `0x${string}`) => ({ request: makeRequest({ ask: transactionAsk({ data }) }) });
    expect(on({ to: nowhere }, asked(`0x42966c68${'0'.repeat(64)}`))).toBe('clear');
    expect(on({ to: nowhere }, asked(`0xa9059cbb${'0'.repeat(128)}`))).toBe('fired: caution');
  });

  it('cannot tell tokens from people without a registry', () => {
    expect(on({ to: STRANGER }, { registry: null })).toBe('inconclusive');
  });
});
