import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import { makeChain } from '../detectors/testing/scene.ts';
import type { Arrives, Consequence, Leaves } from './Consequence.ts';
import { loanRecipients, withDebts } from './debts.ts';
import type { TokenFacts } from './Simulator.ts';

const at = (digit: string): Address => `0x${digit.repeat(40)}`;
const [COIN, DEBT, RECEIPT, OTHER_DEBT, PAYEE] = [at('1'), at('2'), at('3'), at('4'), at('5')];
const erc20 = (address: Address) => ({ type: 'erc20', address }) as const;
const leaves = (address: Address, amount: bigint, parts: Partial<Leaves> = {}): Leaves => {
  return { kind: 'leaves', asset: erc20(address), amount, to: PAYEE, share: null, basis: 'simulated', ...parts };
};
const arrives = (address: Address, amount: bigint): Arrives => {
  return { kind: 'arrives', asset: erc20(address), amount, basis: 'simulated' };
};
const facts = (parts: Partial<TokenFacts> = {}): TokenFacts => {
  return { symbol: 'X', name: 'X', decimals: 18, holding: 5_000n, ...parts };
};
const viewOf = (owed: bigint | null = 5_000n) =>
  makeChain({
    tokens: new Map([
      [COIN, facts()],
      [DEBT, facts({ underlying: COIN, debt: true, holding: owed })],
      [RECEIPT, facts({ underlying: COIN })],
      [OTHER_DEBT, facts({ underlying: PAYEE, debt: true })],
    ]),
  });
const told = (consequences: readonly Consequence[], view = viewOf()) => withDebts(consequences, view);
const repaid = (amount: bigint) => ({ ...arrives(DEBT, amount), debtOf: COIN });

describe('a debt that grows', () => {
  it('leaves, whoever gets what is borrowed', () => {
    const owed = { ...leaves(DEBT, 7n, { to: null }), debtOf: COIN };
    expect(told([arrives(COIN, 7n), arrives(DEBT, 7n)])).toEqual([arrives(COIN, 7n), owed]);
    expect(told([arrives(DEBT, 7n)], viewOf(0n))).toEqual([owed]);
  });

  it('explains why coins that were sent on are missing nowhere', () => {
    const sent = leaves(COIN, 7n, { basis: 'disagree' });
    expect(told([sent, arrives(DEBT, 7n)])[0]).toEqual({ ...sent, basis: 'stated' });
    expect(told([sent, arrives(DEBT, 6n)])[0]).toEqual(sent);
    expect(told([sent, arrives(OTHER_DEBT, 7n)])[0]).toEqual(sent);
  });
});

describe('a debt that falls', () => {
  it('arrives where the user pays about as much of what is owed', () => {
    expect(told([leaves(COIN, 1_000n), leaves(DEBT, 1_000n)])[1]).toEqual(repaid(1_000n));
    expect(told([leaves(COIN, 1_000n), leaves(DEBT, 950n)])[1]).toEqual(repaid(950n));
    expect(told([leaves(RECEIPT, 1_000n), leaves(DEBT, 1_000n)])[1]).toEqual(repaid(1_000n));
    const coins: Leaves = { ...leaves(COIN, 1_000n), asset: { type: 'native' } };
    expect(told([coins, leaves(DEBT, 1_000n)])[1]).toEqual(repaid(1_000n));
  });

  it('stays a loss where nothing, too much, or another asset is paid for it', () => {
    const gone = leaves(DEBT, 1_000n);
    expect(told([gone])).toEqual([gone]);
    expect(told([leaves(COIN, 2_000n), gone])[1]).toEqual(gone);
    expect(told([leaves(COIN, 800n), gone])[1]).toEqual(gone);
    expect(told([leaves(PAYEE, 1_000n), gone])[1]).toEqual(gone);
    expect(told([leaves(COIN, 1_000n, { basis: 'stated' }), gone])[1]).toEqual(gone);
  });

  it('stays a loss where the user owed nothing before, or nobody could read it', () => {
    const gone = leaves(DEBT, 1_000n);
    expect(told([leaves(COIN, 1_000n), gone], viewOf(0n))[1]).toEqual(gone);
    expect(told([leaves(COIN, 1_000n), gone], viewOf(null))[1]).toEqual(gone);
  });

  it('arrives where another debt takes its place', () => {
    const [falls, grows] = told([leaves(DEBT, 9n), arrives(OTHER_DEBT, 9n)]);
    expect(falls).toMatchObject({ kind: 'arrives', debtOf: COIN });
    expect(grows).toMatchObject({ kind: 'leaves', debtOf: PAYEE });
  });
});

it('leaves everything else as it is: receipts, other accounts, no view', () => {
  const plain = [arrives(RECEIPT, 5n), leaves(COIN, 5n), { ...arrives(DEBT, 5n), of: PAYEE }];
  expect(told(plain)).toEqual(plain);
  expect(withDebts([arrives(DEBT, 5n)], null)).toEqual([arrives(DEBT, 5n)]);
});

it('names who else got what was borrowed', () => {
  const passed = [COIN, PAYEE].map((token) => ({ token, to: PAYEE, amount: 5n }));
  const delta = { asset: erc20(DEBT), delta: 5n, to: null };
  const { tokens } = viewOf();
  expect(loanRecipients({ deltas: [delta], passed }, tokens)).toEqual([passed[0]]);
  expect(loanRecipients({ deltas: [{ ...delta, delta: -5n }], passed }, tokens)).toEqual([]);
  expect(loanRecipients({ deltas: [{ ...delta, asset: erc20(RECEIPT) }], passed }, tokens)).toEqual([]);
});
