import { describe, expect, it } from 'vitest';
import type { SwapAction } from '../decode/Action.ts';
import { swapRecipient } from './swap-recipient.ts';
import {
  answer,
  arrives,
  CONTRACT,
  call,
  erc20,
  leaves,
  makeRegistry,
  makeRequest,
  makeScene,
  NATIVE,
  OTHER_OWN,
  STRANGER,
  transactionAsk,
  transfer,
  USDC,
  USER,
} from './testing/scene.ts';

const on = (parts: Partial<SwapAction>, minimum = 1n, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(
    swapRecipient,
    makeScene({
      action: {
        kind: 'swap',
        router: CONTRACT,
        sell: { asset: NATIVE, amount: 1n },
        buy: { asset: erc20(USDC), minimum },
        recipient: USER,
        deadlineSeconds: null,
        valueWei: 1n,
        ...parts,
      },
      ...more,
    }),
  );

describe('swap-recipient', () => {
  it('fires when somebody else is paid', () => {
    expect(on({ recipient: STRANGER })).toBe('fired: danger');
    expect(on({ recipient: STRANGER }, 0n, { consequences: [arrives()] })).toBe('fired: danger');
  });

  it('is caution when the router keeps it and nothing arrives, or without a floor', () => {
    expect(on({ recipient: CONTRACT })).toBe('fired: caution');
    expect(on({}, 0n)).toBe('fired: caution');
  });

  it('stays quiet on own accounts and on routes that end with the user', () => {
    expect(on({})).toBe('clear');
    expect(on({ recipient: OTHER_OWN })).toBe('clear');
    expect(
      on({ recipient: CONTRACT }, 1n, { consequences: [arrives()], registry: makeRegistry({ contracts: [{}] }) }),
    ).toBe('clear');
    expect(answer(swapRecipient, makeScene())).toBe('quiet');
  });

  it('fires where a router trades nothing and hands all to a plain account', () => {
    const handed = (share: number, more: Parameters<typeof makeScene>[0] = {}, to: `0x${string}` | null = CONTRACT) =>
      answer(
        swapRecipient,
        makeScene({
          action: { kind: 'batch', wrapper: 'execute', to, valueWei: 0n, actions: [transfer()] },
          consequences: [leaves({ to: STRANGER, asset: erc20(USDC), share })],
          ...more,
        }),
      );
    expect(handed(0.5)).toBe('fired: danger');
    expect(handed(0.05)).toBe('fired: caution');
    expect(handed(0.5, { consequences: [leaves({ to: STRANGER, share: 0.5 }), arrives()] })).toBe('quiet');
    expect(handed(0.5, { history: { counterparties: [STRANGER], ownAccounts: [] } })).toBe('quiet');
    expect(handed(0.5, {}, null)).toBe('quiet');
    expect(handed(0.5, {}, USER)).toBe('quiet');
    expect(handed(0.5, {}, USDC)).toBe('quiet');
  });

  it('looks at swaps whose tokens are not named as well', () => {
    const named = (to: `0x${string}`, minimum: bigint | null) =>
      answer(swapRecipient, makeScene({ action: call({ gist: { does: 'swaps', to, minimum } }) }));
    expect(named(STRANGER, 1n)).toBe('fired: danger');
    expect(named(USER, 0n)).toBe('fired: caution');
    expect(named(USER, 1n)).toBe('clear');
    expect(named(USER, null)).toBe('clear');
  });

  it('cannot tell when the user is not known', () => {
    expect(on({}, 1n, { request: makeRequest({ account: null, ask: transactionAsk({ from: null }) }) })).toBe(
      'inconclusive',
    );
  });
});
