import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import type { ChainView, ContractFacts } from '../simulate/Simulator.ts';
import {
  answer,
  CONTRACT,
  call,
  grant,
  leaves,
  makeChain,
  makeRegistry,
  makeScene,
  STRANGER,
} from './testing/scene.ts';
import { youngContract } from './young-contract.ts';

const DAY = 86_400;
const facts = (atLeast: number | null, atMost: number | null): ContractFacts => ({
  ...{ implementation: null, proxy: null, admin: null },
  ageAtLeastSeconds: atLeast,
  ageAtMostSeconds: atMost,
});
const chainWith = (known: ContractFacts | null, parts: Partial<ChainView> = {}) =>
  makeChain({ contracts: new Map<Address, ContractFacts>(known === null ? [] : [[CONTRACT, known]]), ...parts });
const scene = (known: ContractFacts | null, more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ consequences: [grant({ to: CONTRACT })], chain: chainWith(known), ...more });

describe('young-contract', () => {
  it('fires on power over everything for a contract of days, and remarks on a payment to one', () => {
    expect(answer(youngContract, scene(facts(null, DAY)))).toBe('fired: caution');
    const paid = { consequences: [leaves({ to: CONTRACT })] };
    expect(answer(youngContract, scene(facts(DAY, 3 * DAY), paid))).toBe('fired: note');
    const small = { consequences: [grant({ to: CONTRACT, limit: 5n })] };
    expect(answer(youngContract, scene(facts(DAY, 3 * DAY), small))).toBe('fired: note');
    const spread = { action: call(), consequences: [leaves({ to: null })] };
    expect(answer(youngContract, scene(facts(null, DAY), spread))).toBe('fired: note');
    expect(youngContract.detect(scene(facts(null, 3 * DAY + 40))).facts.days).toEqual({ type: 'number', value: 3 });
  });

  it('stays quiet on older, listed and met contracts, and on accounts', () => {
    expect(answer(youngContract, scene(facts(3 * DAY, 30 * DAY)))).toBe('clear');
    expect(answer(youngContract, scene(facts(365 * DAY, null)))).toBe('clear');
    const registry = makeRegistry({ contracts: [{ address: CONTRACT }] });
    expect(answer(youngContract, scene(facts(null, DAY), { registry }))).toBe('clear');
    const history = { counterparties: [CONTRACT], ownAccounts: [] };
    expect(answer(youngContract, scene(facts(null, DAY), { history }))).toBe('clear');
    expect(answer(youngContract, scene(null, { consequences: [leaves({ to: STRANGER })] }))).toBe('clear');
    expect(answer(youngContract, makeScene({ consequences: [grant({ to: CONTRACT, revokes: true })] }))).toBe('quiet');
  });

  it('is inconclusive on a local chain, without history and without a chain', () => {
    const local = { chain: chainWith(facts(null, DAY), { local: true }) };
    expect(answer(youngContract, scene(null, local))).toBe('inconclusive');
    expect(answer(youngContract, scene(facts(null, null)))).toBe('inconclusive');
    expect(answer(youngContract, scene(null))).toBe('inconclusive');
    expect(answer(youngContract, scene(null, { chain: null }))).toBe('inconclusive');
  });
});
