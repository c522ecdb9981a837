import { describe, expect, it } from 'vitest';
import type { CallAction } from '../../decode/Action.ts';
import type { Leaves } from '../../simulate/Consequence.ts';
import type { StandingPower } from '../../simulate/Simulator.ts';
import {
  CONTRACT,
  call,
  erc20,
  leaves,
  makeChain,
  makeRun,
  makeScene,
  NATIVE,
  NFT,
  OTHER_OWN,
  STRANGER,
  USDC,
  USER,
} from '../testing/scene.ts';
import { isTakenByStandingPower } from './standingPower.ts';

const word = (value: bigint | string): string =>
  (typeof value === 'bigint' ? value.toString(16) : value.slice(2)).padStart(64, '0');
const stake = (...words: readonly (bigint | string)[]): `0x${string}` => `0xa694fc3a${words.map(word).join('')}`;
const paid = (amount = 100n): Leaves => leaves({ asset: erc20(USDC), amount, to: CONTRACT });
const allowed = (limit: StandingPower['limit']): StandingPower => ({ token: USDC, to: CONTRACT, limit });

function judged(data: `0x${string}`, stood: readonly StandingPower[], losses: readonly Leaves[] = [paid()]): boolean {
  const action = call({ data });
  const calls: CallAction[] = action.kind === 'call' ? [action] : [];
  return isTakenByStandingPower(makeScene({ action, chain: makeChain({ run: makeRun({ stood }) }) }), losses, calls);
}

describe('isTakenByStandingPower', () => {
  it('holds where the contract called could take it all before, and the call names the user alone', () => {
    expect(judged(stake(100n), [allowed(100n)])).toBe(true);
    expect(judged(stake(100n, USER, USDC, CONTRACT, OTHER_OWN), [allowed(100n)])).toBe(true);
    expect(
      judged(
        stake(100n),
        [{ token: NFT, to: CONTRACT, limit: 'everything' }],
        [leaves({ asset: { type: 'erc721', address: NFT, id: 1n }, amount: 1n })],
      ),
    ).toBe(true);
  });

  it('does not hold without the power, or with less of it, or with another’s', () => {
    expect(judged(stake(100n), [])).toBe(false);
    expect(judged(stake(100n), [allowed(99n)])).toBe(false);
    expect(judged(stake(100n), [{ token: USDC, to: STRANGER, limit: 'everything' }])).toBe(false);
    expect(judged(stake(100n), [allowed(100n)], [])).toBe(false);
  });

  it('does not hold where the call could favour somebody else', () => {
    expect(judged(stake(100n, STRANGER), [allowed(100n)])).toBe(false);
    // Left-aligned, hashed or packed: nobody can tell whom it names.
    expect(judged(`${stake(100n)}${STRANGER.slice(2)}${'0'.repeat(24)}`, [allowed(100n)])).toBe(false);
    expect(judged(`${stake(100n)}${STRANGER.slice(2)}`, [allowed(100n)])).toBe(false);
  });

  it('never covers coin beyond dust, whatever stood', () => {
    const dust = leaves({ asset: NATIVE, amount: 10n ** 15n });
    expect(judged(stake(1n), [allowed('everything')], [paid(), dust])).toBe(true);
    expect(judged(stake(1n, STRANGER), [], [dust])).toBe(true);
    expect(judged(stake(1n), [allowed('everything')], [paid(), { ...dust, amount: 10n ** 15n + 1n }])).toBe(false);
  });
});
