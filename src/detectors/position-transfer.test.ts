import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import { positionTransfer } from './position-transfer.ts';
import {
  account,
  answer,
  call,
  makeChain,
  makeRegistry,
  makeRequest,
  makeScene,
  NFT,
  OTHER_OWN,
  STRANGER,
  transactionAsk,
  transfer,
  USER,
} from './testing/scene.ts';

const POOL_ITEMS: Address = '0xc36442b4a4522e871399cd717abdd847ab11fe88';
const SEEN = { history: { counterparties: [STRANGER], ownAccounts: [] } };
const whole = (to: Address, more: Parameters<typeof makeScene>[0] = {}) =>
  answer(
    positionTransfer,
    makeScene({ action: call({ gist: { does: 'moves-position', to, minimum: null } }), ...more }),
  );
const item = (to: Address, more: Parameters<typeof makeScene>[0] = {}, address: Address = POOL_ITEMS) =>
  answer(
    positionTransfer,
    makeScene({ action: transfer({ to, asset: { type: 'erc721', address, id: 7n }, amount: 1n }), ...more }),
  );

describe('position-transfer', () => {
  it('fires when a whole account or the item of a position goes to a stranger', () => {
    expect(whole(STRANGER)).toBe('fired: danger');
    expect(item(STRANGER)).toBe('fired: danger');
  });

  it('fires as caution for somebody dealt with before, and for an item staked with an unknown contract', () => {
    expect(whole(STRANGER, SEEN)).toBe('fired: caution');
    expect(item(STRANGER, SEEN)).toBe('fired: caution');
    const chain = makeChain({ accounts: new Map([[STRANGER, account('contract')]]) });
    expect(item(STRANGER, { chain })).toBe('fired: caution');
    expect(whole(STRANGER, { chain })).toBe('fired: danger');
  });

  it('stays quiet on own accounts, listed contracts and other items', () => {
    expect(whole(USER)).toBe('clear');
    expect(item(OTHER_OWN)).toBe('clear');
    expect(item(STRANGER, { registry: makeRegistry({ contracts: [{ address: STRANGER }] }) })).toBe('clear');
    expect(item(STRANGER, {}, NFT)).toBe('quiet');
  });

  it('cannot tell when the user is not known', () => {
    const request = makeRequest({ account: null, ask: transactionAsk({ from: null }) });
    expect(whole(STRANGER, { request })).toBe('inconclusive');
  });
});
