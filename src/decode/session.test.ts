import { describe, expect, it } from 'vitest';
import { sampleRequest } from '../request/sampleRequest.ts';
import { decode } from './decode.ts';

const KEY = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const GAME = '0xe7f1725e7734ce288f8367e1bb143e90bb3f0512';
const END = 1_767_225_600;
const NO_LIMIT = `0x${'f'.repeat(64)}`;

const asked = (method: string, entry: object) => decode(sampleRequest(method, [[entry]])).actions;
/** ERC-7715 as of 2024: https://eips.ethereum.org/EIPS/eip-7715 before its rewrite. */
const first = (type: string, data: object, rest: object = {}) =>
  asked('wallet_grantPermissions', {
    chainId: '0x1',
    expiry: END,
    signer: { type: 'account', data: { address: KEY } },
    permissions: [{ type, data }],
    ...rest,
  });
/** ERC-7715 as of 2025, MetaMask's delegation toolkit: https://docs.metamask.io/delegation-toolkit/ */
const second = (type: string, data: object, rest: object = {}) =>
  asked('wallet_requestExecutionPermissions', {
    chainId: '0x1',
    to: KEY,
    permission: { type, isAdjustmentAllowed: true, data },
    rules: [{ type: 'expiry', isAdjustmentAllowed: true, data: { timestamp: END } }],
    ...rest,
  });

describe('session keys', () => {
  it('reads an allowance of the first form, and that no limit is none', () => {
    const native = { kind: 'allowance', asset: { type: 'native' }, spender: KEY, until: BigInt(END) };
    expect(first('native-token-transfer', { allowance: '0x64' })).toMatchObject([{ ...native, amount: 100n }]);
    expect(first('native-token-transfer', { allowance: NO_LIMIT })).toMatchObject([{ ...native, amount: 'unlimited' }]);
    expect(first('native-token-transfer', {})).toMatchObject([{ ...native, amount: 'unlimited' }]);
    expect(first('erc20-token-transfer', { address: USDC, allowance: '0x64' })).toMatchObject([
      { asset: { type: 'erc20', address: USDC }, amount: 100n, budget: { initial: 0n, every: null } },
    ]);
  });

  it('reads budgets by period and streams by the day', () => {
    expect(
      second('erc20-token-periodic', { tokenAddress: USDC, periodAmount: '0x989680', periodDuration: 2_592_000 }),
    ).toMatchObject([
      { amount: 'unlimited', until: BigInt(END), budget: { every: { amount: 10_000_000n, seconds: 2_592_000n } } },
    ]);
    expect(
      second('native-token-stream', { initialAmount: '0x1', amountPerSecond: '0x2', maxAmount: '0x100000' }),
    ).toMatchObject([{ amount: 1_048_576n, budget: { initial: 1n, every: { amount: 172_800n, seconds: 86_400n } } }]);
    expect(first('erc20-recurring-allowance', { address: USDC, allowance: '0x5', period: 60 })).toMatchObject([
      { amount: 'unlimited', budget: { every: { amount: 5n, seconds: 60n } } },
    ]);
  });

  it('reads which functions the key may call', () => {
    expect(first('contract-call', { address: GAME, calls: ['move(uint8)'] })).toEqual([
      { kind: 'session', key: KEY, target: GAME, functions: ['move(uint8)'], until: BigInt(END) },
    ]);
    expect(first('contract-call', { address: GAME, functions: [{ functionName: 'move' }] })).toMatchObject([
      { functions: ['move'] },
    ]);
    expect(first('contract-call', { address: GAME }, { expiry: undefined })).toMatchObject([
      { functions: null, until: 'revoked' },
    ]);
  });

  it('reads the form of Porto, and milliseconds', () => {
    const [call, spend] = asked('wallet_grantPermissions', {
      expiry: END * 1000,
      key: { type: 'secp256k1', publicKey: KEY },
      permissions: {
        calls: [{ to: GAME, signature: 'mint()' }],
        spend: [{ limit: '0x32', period: 'week', token: USDC }],
      },
    });
    expect(call).toMatchObject({ kind: 'session', key: KEY, functions: ['mint()'], until: BigInt(END) });
    expect(spend).toMatchObject({ asset: { address: USDC }, budget: { every: { amount: 50n, seconds: 604_800n } } });
  });

  it('takes everything for command, and items for all of a collection', () => {
    expect(first('sudo', {})).toMatchObject([{ kind: 'ownership', to: KEY }]);
    expect(first('erc721-token-transfer', { address: GAME })).toMatchObject([
      { kind: 'operatorApproval', collection: GAME, operator: KEY, approved: true },
    ]);
  });

  it('is about the account it names', () => {
    const other = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65';
    expect(first('native-token-transfer', { allowance: '0x64' }, { address: other })).toMatchObject([{ by: other }]);
  });

  it('is misled by no sign and no period that cannot be read', () => {
    const stream = { initialAmount: '-1000', amountPerSecond: '0x1', maxAmount: '0x64' };
    expect(second('native-token-stream', stream)).toMatchObject([{ amount: 100n, budget: { initial: 0n } }]);
    expect(second('native-token-stream', { amountPerSecond: '-1' })).toMatchObject([
      { amount: 'unlimited', budget: { every: { amount: 'unlimited' } } },
    ]);
    for (const periodDuration of [0, -5, 'soon', 1.5]) {
      expect(second('native-token-periodic', { periodAmount: '0x1', periodDuration })).toMatchObject([
        { amount: 'unlimited', budget: { every: null } },
      ]);
    }
  });

  it('never throws, whatever stands where', () => {
    const odd = [null, 1, -1, 1e40, '', 'x', [], [[]], {}, { data: null }, { address: 7 }, true];
    for (const method of ['wallet_grantPermissions', 'wallet_requestExecutionPermissions']) {
      for (const a of odd) {
        for (const b of odd) {
          const permission = { type: 'erc20-token-stream', data: { tokenAddress: a, amountPerSecond: b, period: a } };
          const entry = { chainId: a, expiry: b, signer: a, key: b, rules: a, permission, to: b };
          expect(() => decode(sampleRequest(method, [entry]))).not.toThrow();
          expect(() => decode(sampleRequest(method, [{ ...entry, permission: a, permissions: b }]))).not.toThrow();
          expect(() => decode(sampleRequest(method, [{ permissions: { calls: [a], spend: [b, a] } }]))).not.toThrow();
        }
      }
    }
  });

  it('leaves opaque what it does not know, and what is for another network', () => {
    expect(first('donut-mint', {})).toEqual([{ kind: 'opaque', what: 'grant', label: 'donut-mint', domain: null }]);
    expect(first('native-token-transfer', { allowance: '0x1' }, { chainId: '0xa' })).toMatchObject([
      { kind: 'allowance' },
      { kind: 'opaque', what: 'grant' },
    ]);
    expect(decode(sampleRequest('wallet_grantPermissions', ['{'])).action).toMatchObject({ kind: 'connect' });
  });
});
