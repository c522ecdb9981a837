import type { Address } from 'viem';
import { describe, expect, it } from 'vitest';
import { SAMPLE_ACCOUNT, sampleRequest } from '../request/sampleRequest.ts';
import type { Consequence, Grants } from './Consequence.ts';
import { reconcile } from './reconcile.ts';
import type { ChainView, PermissionChange, Run, TokenFacts } from './Simulator.ts';

const TOKEN = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const OTHER = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
const STRANGER = '0x1661f1b207629e4f385da89cff535c8e5eb23ee3';
const erc20 = { type: 'erc20', address: TOKEN } as const;
const native = { type: 'native' } as const;

const sending = sampleRequest('eth_sendTransaction', [{ from: SAMPLE_ACCOUNT, to: TOKEN, data: '0xa9059cbb' }]);
const signing = sampleRequest('personal_sign', ['Hello', SAMPLE_ACCOUNT]);

const leaves = (amount: bigint, part = {}): Consequence => ({
  kind: 'leaves',
  asset: erc20,
  amount,
  to: STRANGER,
  share: null,
  basis: 'stated',
  ...part,
});

const grants = (part: Partial<Grants> = {}): Grants => ({
  kind: 'grants',
  to: STRANGER,
  power: 'spend',
  over: erc20,
  limit: 100n,
  until: 'revoked',
  revocable: 'token',
  holding: null,
  revokes: false,
  basis: 'stated',
  ...part,
});

const change = (part: Partial<PermissionChange> = {}): PermissionChange => ({
  kind: 'allowance',
  token: TOKEN,
  tokenType: 'erc20',
  to: STRANGER,
  before: 0n,
  after: 100n,
  itemId: null,
  untilSeconds: null,
  ...part,
});

function view(run: Partial<Run> | null, holding: bigint | null = 1000n): ChainView {
  const whole: Run = {
    status: 'success',
    revertReason: null,
    gasUsed: 1n,
    deltas: [],
    permissions: [],
    accountCode: null,
  };
  return {
    chainId: 1,
    blockNumber: 1n,
    blockTimeSeconds: 1n,
    run: run === null ? null : { ...whole, ...run },
    runFailure: run === null ? 'the RPC cannot run calls' : null,
    accounts: new Map(),
    tokens: new Map<Address, TokenFacts>([[TOKEN, { symbol: 'USDC', name: 'USD Coin', decimals: 6, holding }]]),
    balanceWei: 50n,
    local: false,
    engine: 'eth_simulateV1',
    notes: [],
    roundTrips: 1,
  };
}

describe('moves', () => {
  it('are both where the run shows them, with the run`s amount and the share of the holding', () => {
    const run = { deltas: [{ asset: erc20, delta: -250n, to: STRANGER }] } as const;
    expect(reconcile([leaves(250n)], view(run), sending)).toEqual([leaves(250n, { basis: 'both', share: 0.25 })]);
    const slipped = { deltas: [{ asset: erc20, delta: -249n, to: STRANGER }] } as const;
    expect(reconcile([leaves(250n)], view(slipped), sending)).toMatchObject([{ amount: 249n, basis: 'both' }]);
  });

  it('pass through where the calls together state no gain and the run shows no change', () => {
    const arrives = (amount: bigint): Consequence => ({ kind: 'arrives', asset: erc20, amount, basis: 'stated' });
    const coin = { asset: native, delta: -100n, to: null } as const;
    expect(reconcile([arrives(100n), leaves(100n)], view({ deltas: [coin] }), sending)).toMatchObject([
      { kind: 'leaves', asset: native, basis: 'simulated' },
    ]);
    const missing = reconcile([arrives(100n), leaves(1n)], view({ deltas: [coin] }), sending);
    expect(missing.filter((one) => 'basis' in one && one.basis === 'disagree')).toHaveLength(2);
  });

  it('pass through where coin is paid to the token itself, which says nothing of a gain', () => {
    const coin = { asset: native, delta: -100n, to: TOKEN } as const;
    const wraps = leaves(100n, { asset: native, to: TOKEN });
    const seen = reconcile([wraps, leaves(100n)], view({ deltas: [coin] }), sending);
    expect(seen).toMatchObject([{ asset: native, basis: 'both' }]);
    const elsewhere = reconcile([leaves(100n, { asset: native }), leaves(100n)], view({ deltas: [coin] }), sending);
    expect(elsewhere.some((one) => 'basis' in one && one.basis === 'disagree')).toBe(true);
  });

  it('add up several stated moves of one asset', () => {
    const run = { deltas: [{ asset: erc20, delta: -30n, to: null }] } as const;
    const stated = [leaves(10n), leaves(20n, { to: OTHER })];
    expect(reconcile(stated, view(run), sending)).toMatchObject([{ amount: 30n, basis: 'both', to: null }]);
  });

  it('disagree where the run shows none, or far more', () => {
    expect(reconcile([leaves(250n)], view({}), sending)).toMatchObject([{ basis: 'disagree', amount: 250n }]);
    const more = { deltas: [{ asset: erc20, delta: -900n, to: STRANGER }] } as const;
    expect(reconcile([leaves(250n)], view(more), sending)).toMatchObject([{ basis: 'disagree', amount: 900n }]);
  });

  it('are simulated where only the run shows them', () => {
    const run = {
      deltas: [
        { asset: native, delta: -50n, to: STRANGER },
        { asset: { type: 'erc721', address: OTHER, id: 7n }, delta: 1n, to: null },
      ],
    } as const;
    expect(reconcile([], view(run), sending)).toEqual([
      leaves(50n, { asset: native, basis: 'simulated', share: 1 }),
      { kind: 'arrives', asset: { type: 'erc721', address: OTHER, id: 7n }, amount: 1n, basis: 'simulated' },
    ]);
  });

  it('match an item whose id reads like an amount', () => {
    const run = { deltas: [{ asset: { type: 'erc721', address: TOKEN, id: 7n }, delta: -1n, to: STRANGER }] } as const;
    expect(reconcile([leaves(7n)], view(run), sending)).toMatchObject([
      { asset: { type: 'erc721', id: 7n }, amount: 1n, basis: 'both' },
    ]);
  });

  it('stay stated for signatures, which nothing runs', () => {
    expect(reconcile([leaves(250n)], view({}), signing)).toMatchObject([{ basis: 'stated' }]);
    expect(reconcile([leaves(250n)], null, signing)).toEqual([leaves(250n)]);
  });
});

describe('grants', () => {
  it('take their size and end from the state after the run', () => {
    const run = { permissions: [change({ after: 2n ** 256n - 1n })] };
    expect(reconcile([grants()], view(run), sending)).toEqual([
      grants({ limit: 'unlimited', holding: 1000n, basis: 'both' }),
    ]);
    const permit2 = { permissions: [change({ kind: 'permit2', untilSeconds: 99n, after: 2n ** 160n - 1n })] };
    expect(reconcile([grants({ revocable: 'permit2' })], view(permit2), sending)).toMatchObject([
      { limit: 'unlimited', until: 99n, revocable: 'permit2', basis: 'both' },
    ]);
  });

  it('are no contradiction where nothing changed', () => {
    expect(reconcile([grants()], view({}), sending)).toMatchObject([{ basis: 'stated', limit: 100n }]);
  });

  it('are shown where only the run shows them, unless they shrank', () => {
    const hidden = change({ kind: 'operator', to: OTHER, after: 1n });
    const used = change({ before: 100n, after: 0n });
    expect(reconcile([], view({ permissions: [hidden, used] }), sending)).toMatchObject([
      {
        kind: 'grants',
        to: OTHER,
        power: 'operate',
        over: { type: 'collection' },
        limit: 'unlimited',
        basis: 'simulated',
      },
    ]);
  });

  it('are taken back where the run ends at nothing', () => {
    const run = { permissions: [change({ before: 100n, after: 0n })] };
    expect(reconcile([grants({ limit: 0n, revokes: true })], view(run), sending)).toMatchObject([
      { revokes: true, basis: 'both' },
    ]);
  });

  it('read one id of many coins for what it is', () => {
    const many = (id: bigint) => ({ type: 'erc1155', address: TOKEN, id }) as const;
    const run = { permissions: [change({ tokenType: 'erc1155', itemId: 5n })] };
    expect(reconcile([grants({ over: many(5n) })], view(run), sending)).toMatchObject([
      { over: many(5n), limit: 100n, basis: 'both' },
    ]);
    expect(reconcile([grants({ over: many(6n) })], view(run), sending)).toMatchObject([
      { over: many(6n), basis: 'stated' },
      { over: many(5n), basis: 'simulated' },
    ]);
  });

  it('read one item for what it is', () => {
    const run = { permissions: [change({ kind: 'item', tokenType: 'erc721', itemId: 100n, after: 1n })] };
    expect(reconcile([grants()], view(run), sending)).toMatchObject([
      { over: { type: 'erc721', id: 100n }, limit: 1n, basis: 'both' },
    ]);
  });
});

describe('control and missing facts', () => {
  it('sees the account`s code change', () => {
    const control = { kind: 'control', of: SAMPLE_ACCOUNT, to: STRANGER, what: 'account-code' } as const;
    const run = { accountCode: STRANGER } as const;
    expect(reconcile([{ ...control, basis: 'stated' }], view(run), sending)).toEqual([{ ...control, basis: 'both' }]);
    expect(reconcile([], view(run), sending)).toEqual([{ ...control, basis: 'simulated' }]);
  });

  it('sees command lost that nobody stated, and says it once', () => {
    const control = { kind: 'control', of: TOKEN, to: STRANGER, what: 'ownership' } as const;
    const run = { commands: [{ of: TOKEN, to: STRANGER }] } as const;
    expect(reconcile([], view(run), sending)).toEqual([{ ...control, basis: 'simulated' }]);
    expect(reconcile([{ ...control, basis: 'stated' }], view(run), sending)).toHaveLength(1);
  });

  it('tells a new name below the user`s own from one that was theirs', () => {
    const given = { kind: 'control', of: OTHER, to: STRANGER, what: 'subname', basis: 'stated' } as const;
    expect(reconcile([given], view({}), sending)).toEqual([given]);
    expect(reconcile([given], view({ commands: [{ of: OTHER, to: STRANGER }] }), sending)).toEqual([
      { ...given, what: 'ownership', basis: 'both' },
    ]);
  });

  it('holds what another account would lose against what that account holds', () => {
    const of = `0x${'ab'.repeat(20)}` as const;
    const account = { code: 'contract', delegate: null, nonce: 1n, balanceWei: 400n, codeHash: '0x01' } as const;
    const known: ChainView = {
      ...view({}),
      accounts: new Map([[of, account]]),
      holdings: new Map([[`${of} erc20 ${TOKEN}`, 500n]]),
    };
    const theirs = [leaves(250n, { of }), leaves(100n, { of, asset: native }), leaves(250n, { of: STRANGER })];
    expect(reconcile([...theirs, grants({ of })], known, signing)).toMatchObject([
      { share: 0.5 },
      { share: 0.25 },
      { share: null },
      { holding: 500n },
    ]);
  });

  it('says what was not known, and why', () => {
    expect(reconcile([], null, sending)).toEqual([{ kind: 'unknown', why: 'not-simulated' }]);
    expect(reconcile([], view(null), sending)).toEqual([{ kind: 'unknown', why: 'simulation-failed' }]);
    expect(reconcile([leaves(250n)], view({ status: 'reverted' }), sending)).toMatchObject([
      { kind: 'leaves', basis: 'stated', share: 0.25 },
      { kind: 'unknown', why: 'would-fail' },
    ]);
    expect(reconcile([], null, signing)).toEqual([]);
    const idle = sampleRequest('eth_sendTransaction', [{ to: TOKEN }]);
    expect(reconcile([], null, idle)).toEqual([]);
  });

  it('fills no share that is not known', () => {
    expect(reconcile([leaves(250n)], view({ deltas: [] }, null), signing)).toMatchObject([{ share: null }]);
    expect(reconcile([leaves(250n)], view({ deltas: [] }, 0n), signing)).toMatchObject([{ share: null }]);
    expect(reconcile([leaves(2500n)], view({ deltas: [] }), signing)).toMatchObject([{ share: 1 }]);
  });
});
