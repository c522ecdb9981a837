import { keccak256 } from 'viem';
import { describe, expect, it } from 'vitest';
import { listedCode } from './listed-code.ts';
import {
  account,
  answer,
  CONTRACT,
  grant,
  leaves,
  listMatch,
  makeChain,
  makeLists,
  makeRegistry,
  makeScene,
  STRANGER,
} from './testing/scene.ts';

const CODE = keccak256('0x60');
const accounts = new Map([
  [STRANGER, account('none')],
  [CONTRACT, account('contract', { codeHash: CODE })],
]);
const chain = makeChain({ accounts });
const lists = { ...makeLists(), matchCode: (hash: string) => (hash === CODE ? [listMatch({ kind: 'drainer' })] : []) };
const on = (more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ lists, chain, consequences: [grant({ to: CONTRACT })], ...more });

describe('listed-code', () => {
  it('fires on the code of a listed drainer at another address, as danger where something is taken', () => {
    expect(answer(listedCode, on())).toBe('fired: danger');
    expect(answer(listedCode, on({ consequences: [leaves({ to: CONTRACT })] }))).toBe('fired: danger');
    const allowed = { kind: 'asset', standard: 'ERC20', address: CONTRACT, symbol: null, decimals: null } as const;
    expect(answer(listedCode, on({ action: { ...allowed }, consequences: [] }))).toBe('fired: caution');
  });

  it('stays quiet on other code, published code, proxies, listed contracts and accounts', () => {
    expect(answer(listedCode, on({ lists: makeLists() }))).toBe('clear');
    const published = { ...makeRegistry(), codeTwin: () => ({ name: 'Safe', source: 'npm', match: 'exact' as const }) };
    expect(answer(listedCode, on({ registry: published }))).toBe('clear');
    expect(answer(listedCode, on({ registry: makeRegistry({ contracts: [{ address: CONTRACT }] }) }))).toBe('clear');
    const proxy = { proxy: 'eip1167', implementation: STRANGER, admin: null } as const;
    const contracts = new Map([[CONTRACT, { ...proxy, ageAtLeastSeconds: null, ageAtMostSeconds: null }]]);
    expect(answer(listedCode, on({ chain: makeChain({ accounts, contracts }) }))).toBe('clear');
    expect(answer(listedCode, on({ consequences: [leaves({ to: STRANGER })] }))).toBe('clear');
    const disputed = { ...lists, matchCode: () => [listMatch(), listMatch({ kind: 'allow' })] };
    expect(answer(listedCode, on({ lists: disputed }))).toBe('clear');
  });

  it('is inconclusive without lists or chain', () => {
    expect(answer(listedCode, on({ lists: null }))).toBe('inconclusive');
    expect(answer(listedCode, on({ chain: null }))).toBe('inconclusive');
    expect(answer(listedCode, on({ chain: makeChain({ accounts: new Map() }) }))).toBe('inconclusive');
  });
});
