import { describe, expect, it } from 'vitest';
import type { Action, TransferAction } from '../decode/Action.ts';
import { safeRefund } from './safe-refund.ts';
import {
  account,
  answer,
  CONTRACT,
  erc20,
  makeChain,
  makeScene,
  NATIVE,
  OTHER_OWN,
  STRANGER,
  USDC,
} from './testing/scene.ts';

const GWEI = 10n ** 9n;
const ETHER = 10n ** 18n;

function on(
  refund: NonNullable<TransferAction['refund']>,
  parts: Partial<TransferAction> = {},
  chain: Parameters<typeof makeChain>[0] | null = {},
): string {
  const action: Action = {
    kind: 'transfer',
    asset: NATIVE,
    from: CONTRACT,
    to: STRANGER,
    amount: ETHER,
    data: '0x',
    by: CONTRACT,
    refund,
    ...parts,
  };
  const accounts = new Map([[CONTRACT, account('contract', { balanceWei: 100n * ETHER })]]);
  const seen = chain === null ? null : makeChain({ accounts, baseFeeWei: 3n * GWEI, ...chain });
  return answer(safeRefund, makeScene({ action, chain: seen }));
}

describe('safe-refund', () => {
  it('fires on gas that no transaction can burn, even at the lowest price', () => {
    expect(on({ baseGas: ETHER, gasPrice: 1n })).toBe('fired: danger');
    expect(on({ baseGas: ETHER, gasPrice: 1n }, {}, null)).toBe('fired: danger');
  });

  it('fires on a price ten times what gas costs', () => {
    expect(on({ baseGas: 60_000n, gasPrice: 51n * GWEI })).toBe('fired: danger');
    expect(on({ baseGas: 60_000n, gasPrice: 50n * GWEI })).toBe('clear');
  });

  it('fires where it surely takes half of what the Safe holds, in coin or in a token', () => {
    const poor = { accounts: new Map([[CONTRACT, account('contract', { balanceWei: 10n ** 15n })]]) };
    expect(on({ baseGas: 0n, gasPrice: 10n * GWEI }, {}, poor)).toBe('fired: danger');
    const holdings = new Map([[`${CONTRACT} erc20 ${USDC}`, 1_000_000n]]);
    expect(on({ baseGas: 0n, gasPrice: 10n }, { asset: erc20(USDC) }, { holdings })).toBe('fired: danger');
    expect(on({ baseGas: 0n, gasPrice: 1n }, { asset: erc20(USDC) }, { holdings })).toBe('clear');
  });

  it('stays quiet on a fair refund, to an own account, and without one', () => {
    expect(on({ baseGas: 60_000n, gasPrice: 5n * GWEI })).toBe('clear');
    expect(on({ baseGas: ETHER, gasPrice: 1n }, { to: OTHER_OWN })).toBe('quiet');
    expect(answer(safeRefund, makeScene())).toBe('quiet');
  });

  it('cannot tell without a chain, or without the Safe’s holding of the token', () => {
    expect(on({ baseGas: 60_000n, gasPrice: 5n * GWEI }, {}, null)).toBe('inconclusive');
    expect(on({ baseGas: 60_000n, gasPrice: 5n }, { asset: erc20(USDC) })).toBe('inconclusive');
  });
});
