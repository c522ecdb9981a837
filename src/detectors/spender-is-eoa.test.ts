import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { spenderIsEoa } from './spender-is-eoa.ts';
import {
  account,
  answer,
  CONTRACT,
  erc20,
  grant,
  leaves,
  makeChain,
  makeRequest,
  makeScene,
  NFT,
  OTHER_OWN,
  STRANGER,
  transfer,
  typedDataAsk,
  USDC,
  USER,
} from './testing/scene.ts';

const on = (parts: Parameters<typeof grant>[0], more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ consequences: [grant(parts)], ...more });
const family = (action: Action, more: Parameters<typeof grant>[0] = {}) =>
  spenderIsEoa.detect(on(more, { action })).family;
const stranger = (facts: ReturnType<typeof account>) => makeChain({ accounts: new Map([[STRANGER, facts]]) });

const domain = { name: null, version: null, chainId: 1n, verifyingContract: USDC, missing: false };
const permit = {
  kind: 'permit',
  standard: 'erc2612',
  asset: erc20(USDC),
  owner: USER,
  spender: STRANGER,
  amount: 'unlimited',
  until: 'revoked',
  deadlineSeconds: null,
  nonce: null,
  domain,
} as const;
const permit2 = {
  kind: 'permit2',
  form: 'allowance',
  owner: USER,
  spender: STRANGER,
  items: [],
  deadlineSeconds: null,
  witnessType: null,
  domain,
} as const;

describe('spender-is-eoa', () => {
  it('fires on power for an address without code', () => {
    expect(answer(spenderIsEoa, on({}))).toBe('fired: danger');
    expect(answer(spenderIsEoa, on({ over: { type: 'collection', address: NFT }, power: 'operate' }))).toBe(
      'fired: danger',
    );
    expect(answer(spenderIsEoa, on({ limit: 1n }))).toBe('fired: danger');
  });

  it('fires on a local chain too: no code is a proof', () => {
    expect(answer(spenderIsEoa, on({}, { chain: makeChain({ local: true }) }))).toBe('fired: danger');
  });

  it('fires on a delegated account: it is still one person’s key', () => {
    const scene = on({}, { chain: stranger(account('delegated')) });
    expect(answer(spenderIsEoa, scene)).toBe('fired: danger');
    expect(spenderIsEoa.detect(scene).message).toBe('reason.spender-is-eoa.delegated');
  });

  it('finds the bad one among several', () => {
    const scene = makeScene({ consequences: [grant({ to: CONTRACT }), grant({ limit: 5n })] });
    expect(answer(spenderIsEoa, scene)).toBe('fired: danger');
  });

  it('stays quiet on contracts, revokes and the user’s own accounts', () => {
    expect(answer(spenderIsEoa, on({ to: CONTRACT }))).toBe('clear');
    expect(answer(spenderIsEoa, on({ revokes: true, limit: 0n }))).toBe('quiet');
    expect(answer(spenderIsEoa, on({ to: USER }))).toBe('quiet');
    expect(answer(spenderIsEoa, on({ to: OTHER_OWN }))).toBe('quiet');
    expect(answer(spenderIsEoa, makeScene({ consequences: [leaves()] }))).toBe('quiet');
  });

  it('takes an ERC-3009 payment for a payment unless it is nearly everything', () => {
    const action = { ...permit, standard: 'erc3009' } as const;
    expect(answer(spenderIsEoa, on({ power: 'take-now', limit: 10_000_000n }, { action }))).toBe('clear');
    expect(answer(spenderIsEoa, on({ power: 'take-now', limit: 1_400_000_000n }, { action }))).toBe('fired: danger');
    expect(answer(spenderIsEoa, on({ power: 'take-now', limit: 5n, holding: null }, { action }))).toBe('inconclusive');
  });

  it('fires on an ERC-3009 payment of nearly everything, stated as what leaves', () => {
    const action = { ...permit, standard: 'erc3009' } as const;
    const paying = (share: number | null, more: Parameters<typeof makeScene>[0] = {}) =>
      makeScene({ action, consequences: [leaves({ asset: erc20(USDC), to: STRANGER, share })], ...more });
    expect(spenderIsEoa.detect(paying(0.97))).toMatchObject({ outcome: 'fired', severity: 'danger', family: 'B5' });
    expect(answer(spenderIsEoa, paying(0.5))).toBe('clear');
    expect(answer(spenderIsEoa, paying(null))).toBe('inconclusive');
    const known = { history: { counterparties: [STRANGER], ownAccounts: [] } };
    expect(answer(spenderIsEoa, paying(1, known))).toBe('clear');
  });

  it('fires on a meta-transaction that sends nearly everything to a plain account', () => {
    const inner = transfer({ asset: erc20(USDC), to: STRANGER });
    const action: Action = { kind: 'batch', wrapper: 'MetaTransaction', to: USDC, valueWei: 0n, actions: [inner] };
    const gone = (parts: Parameters<typeof leaves>[0]) => [leaves({ asset: erc20(USDC), to: STRANGER, ...parts })];
    const request = makeRequest({ ask: typedDataAsk({}) });
    const on = (parts: Parameters<typeof leaves>[0]) => makeScene({ action, request, consequences: gone(parts) });
    expect(spenderIsEoa.detect(on({ share: 1 }))).toMatchObject({ outcome: 'fired', family: 'G5' });
    expect(answer(spenderIsEoa, on({ share: 0.2 }))).toBe('clear');
    expect(answer(spenderIsEoa, on({ share: null, of: CONTRACT }))).toBe('quiet');
    expect(answer(spenderIsEoa, makeScene({ action, consequences: gone({ share: 1 }) }))).toBe('quiet');
  });

  it('does not take another permit, or another’s payment, for a payment', () => {
    const scene = (action: Action) => on({ power: 'take-now', limit: 10_000_000n }, { action });
    expect(answer(spenderIsEoa, scene(permit))).toBe('fired: danger');
    expect(answer(spenderIsEoa, scene({ ...permit, standard: 'erc3009', spender: CONTRACT }))).toBe('fired: danger');
    const payment: Action = { ...permit, standard: 'erc3009' };
    const batch: Action = { kind: 'batch', wrapper: 'x', to: null, valueWei: 0n, actions: [permit2, payment] };
    expect(answer(spenderIsEoa, scene(batch))).toBe('clear');
  });

  it('holds a user operation to account for what another account than the signer’s would pay', () => {
    const action: Action = { kind: 'batch', wrapper: 'execute', to: CONTRACT, valueWei: 0n, actions: [transfer()] };
    const gone = (share: number) => [leaves({ of: CONTRACT, share })];
    const signed = (primaryType: string): ReturnType<typeof typedDataAsk> => {
      const ask = typedDataAsk({});
      return ask.kind === 'typedData' ? { ...ask, typed: { ...ask.typed, primaryType } } : ask;
    };
    const of = (primaryType: string, share: number) =>
      makeScene({ action, request: makeRequest({ ask: signed(primaryType) }), consequences: gone(share) });
    expect(spenderIsEoa.detect(of('PackedUserOperation', 1))).toMatchObject({ outcome: 'fired', family: 'F6' });
    expect(answer(spenderIsEoa, of('PackedUserOperation', 0.5))).toBe('clear');
    expect(answer(spenderIsEoa, of('SafeTx', 1))).toBe('quiet');
    const calls = { kind: 'calls', from: CONTRACT, chainId: 1, calls: [], atomicRequired: true } as const;
    const request = makeRequest({ method: 'eth_sendUserOperation', ask: calls });
    expect(answer(spenderIsEoa, makeScene({ action, request, consequences: gone(1) }))).toBe('fired: danger');
  });

  it('cannot tell without the account’s facts', () => {
    expect(answer(spenderIsEoa, on({}, { chain: null }))).toBe('inconclusive');
    expect(answer(spenderIsEoa, on({}, { chain: makeChain({ accounts: new Map() }) }))).toBe('inconclusive');
  });

  it('names the family by what is asked', () => {
    const allowance = { kind: 'allowance', asset: erc20(USDC), spender: STRANGER, amount: 1n, revokes: false } as const;
    expect(family({ ...allowance, change: 'set' })).toBe('A1');
    expect(family({ ...allowance, change: 'increase' })).toBe('A2');
    expect(family({ kind: 'operatorApproval', collection: NFT, operator: STRANGER, approved: true })).toBe('A3');
    expect(family({ ...permit2, form: 'approve' })).toBe('A4');
    expect(family(permit)).toBe('B1');
    expect(family({ ...permit, standard: 'dai' })).toBe('B2');
    expect(family({ ...permit, standard: 'erc4494' })).toBe('B5');
    expect(family(permit2)).toBe('B3');
    expect(family({ ...permit2, form: 'witness' })).toBe('B4');
    expect(family({ ...permit2, spender: CONTRACT }, { basis: 'simulated' })).toBe('A6');
  });

  it('knows an address that was never used', () => {
    const action = {
      kind: 'allowance',
      asset: erc20(USDC),
      spender: STRANGER,
      amount: 1n,
      change: 'set',
      revokes: false,
    } as const;
    const chain = stranger(account('none', { nonce: 0n, balanceWei: 0n }));
    const evidence = spenderIsEoa.detect(on({}, { chain, action }));
    for (const used of [account('none', { nonce: 0n }), account('none', { balanceWei: 0n })])
      expect(spenderIsEoa.detect(on({}, { chain: stranger(used), action })).message).toBe('reason.spender-is-eoa');
    expect(evidence).toMatchObject({ family: 'A5', message: 'reason.spender-is-eoa.unused' });
  });
});
