import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import { SAMPLE_ACCOUNT, sampleRequest } from '../request/sampleRequest.ts';
import { derive } from './derive.ts';

const TOKEN = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
const STRANGER = '0x1661f1b207629e4f385da89cff535c8e5eb23ee3';
const ROUTER = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';
const erc20 = { type: 'erc20', address: TOKEN } as const;
const native = { type: 'native' } as const;
const domain = { name: null, version: null, chainId: 1n, verifyingContract: TOKEN, missing: false } as const;

function sending(valueWei = 0n, to: string = TOKEN) {
  return sampleRequest('eth_sendTransaction', [{ from: SAMPLE_ACCOUNT, to, value: `0x${valueWei.toString(16)}` }]);
}

const transfer = (part: Partial<Action & { kind: 'transfer' }>): Action => ({
  kind: 'transfer',
  asset: erc20,
  from: null,
  to: STRANGER,
  amount: 5n,
  data: '0x',
  ...part,
});

describe('derive', () => {
  it('lists what leaves the user, and nobody else', () => {
    const leaves = { kind: 'leaves', asset: erc20, amount: 5n, to: STRANGER, share: null, basis: 'stated' };
    expect(derive(sending(), [transfer({})])).toEqual([leaves]);
    expect(derive(sending(), [transfer({ from: SAMPLE_ACCOUNT })])).toEqual([leaves]);
    expect(derive(sending(), [transfer({ from: ROUTER })])).toEqual([]);
    expect(derive(sending(), [transfer({ to: SAMPLE_ACCOUNT })])).toEqual([]);
    expect(derive(sending(), [transfer({ from: ROUTER, to: SAMPLE_ACCOUNT })])).toMatchObject([
      { kind: 'arrives', amount: 5n },
    ]);
    expect(derive(sending(), [transfer({ amount: 0n })])).toEqual([]);
  });

  it('states what a Safe would lose as the Safe’s, the coin too', () => {
    const found = derive(sending(), [
      transfer({ by: ROUTER }),
      transfer({ by: ROUTER, asset: native }),
      transfer({ by: ROUTER, from: STRANGER, to: SAMPLE_ACCOUNT }),
    ]);
    expect(found).toMatchObject([
      { kind: 'leaves', asset: erc20, to: STRANGER, of: ROUTER },
      { kind: 'leaves', asset: native, to: STRANGER, of: ROUTER },
    ]);
    expect(found).toHaveLength(2);
  });

  it('counts the value of a call once, whatever the call says inside', () => {
    const swap: Action = {
      kind: 'swap',
      router: ROUTER,
      sell: { asset: native, amount: 9n },
      buy: { asset: erc20, minimum: 7n },
      recipient: SAMPLE_ACCOUNT,
      deadlineSeconds: null,
      valueWei: 9n,
    };
    expect(derive(sending(9n, ROUTER), [swap])).toMatchObject([
      { kind: 'leaves', asset: native, amount: 9n, to: ROUTER },
      { kind: 'arrives', asset: erc20, amount: 7n },
    ]);
    const away = { ...swap, recipient: STRANGER } as const;
    expect(derive(sending(9n, ROUTER), [away]).map((one) => one.kind)).toEqual(['leaves']);
    expect(derive(sending(9n, SAMPLE_ACCOUNT), [transfer({ asset: native, amount: 9n })])).toMatchObject([
      { to: STRANGER, amount: 9n },
    ]);
    expect(derive(sending(9n, SAMPLE_ACCOUNT), [transfer({ asset: native, amount: 9n, to: SAMPLE_ACCOUNT })])).toEqual(
      [],
    );
  });

  it('adds up a batch', () => {
    const calls = [
      { to: STRANGER, value: '0x1' },
      { to: ROUTER, value: '0x2' },
    ];
    const request = sampleRequest('wallet_sendCalls', [{ from: SAMPLE_ACCOUNT, calls }]);
    expect(derive(request, [])).toMatchObject([
      { amount: 1n, to: STRANGER },
      { amount: 2n, to: ROUTER },
    ]);
  });

  it('says who gets what power, until when, and how it is taken back', () => {
    const allowance: Action = {
      kind: 'allowance',
      asset: erc20,
      spender: STRANGER,
      amount: 'unlimited',
      change: 'set',
      revokes: false,
    };
    expect(derive(sending(), [allowance, allowance])).toEqual([
      {
        kind: 'grants',
        to: STRANGER,
        power: 'spend',
        over: erc20,
        limit: 'unlimited',
        until: 'revoked',
        revocable: 'token',
        holding: null,
        revokes: false,
        basis: 'stated',
      },
    ]);
    expect(derive(sending(), [{ ...allowance, change: 'decrease', amount: 5n }])).toMatchObject([{ revokes: true }]);
    const operator: Action = { kind: 'operatorApproval', collection: TOKEN, operator: STRANGER, approved: true };
    expect(derive(sending(), [operator])).toMatchObject([
      { power: 'operate', over: { type: 'collection' }, limit: 'unlimited' },
    ]);
    const permit2: Action = {
      kind: 'permit2',
      form: 'transfer',
      owner: SAMPLE_ACCOUNT,
      spender: STRANGER,
      items: [{ token: TOKEN, amount: 5n, until: 9n }],
      deadlineSeconds: 9n,
      witnessType: null,
      domain,
    };
    expect(derive(sending(), [permit2])).toMatchObject([{ power: 'take-now', until: 9n, revocable: 'nonce' }]);
    expect(derive(sending(), [{ ...permit2, form: 'allowance' }])).toMatchObject([
      { power: 'spend', revocable: 'permit2' },
    ]);
  });

  it('tells a payment by signature from a power', () => {
    const permit: Action = {
      kind: 'permit',
      standard: 'erc3009',
      asset: erc20,
      owner: SAMPLE_ACCOUNT,
      spender: STRANGER,
      amount: 5n,
      until: 9n,
      deadlineSeconds: 9n,
      nonce: 0n,
      domain,
    };
    expect(derive(sending(), [permit])).toMatchObject([{ kind: 'leaves', to: STRANGER, amount: 5n }]);
    expect(derive(sending(), [{ ...permit, standard: 'erc2612' }])).toMatchObject([{ kind: 'grants', power: 'spend' }]);
  });

  it('weighs an order from the maker', () => {
    const order: Action = {
      kind: 'order',
      protocol: 'seaport',
      offerer: SAMPLE_ACCOUNT,
      offers: [{ asset: { type: 'erc721', address: TOKEN, id: 7n }, amount: 1n }],
      receives: [
        { asset: native, amount: 90n, recipient: SAMPLE_ACCOUNT },
        { asset: native, amount: 10n, recipient: STRANGER },
      ],
      until: 9n,
      domain,
    };
    expect(derive(sending(), [order])).toMatchObject([
      { kind: 'leaves', asset: { id: 7n } },
      { kind: 'arrives', amount: 90n },
    ]);
    const any = { ...order, offers: [{ asset: { type: 'erc721', address: TOKEN, id: null }, amount: 1n }] } as const;
    expect(derive(sending(), [any])).toContainEqual({ kind: 'unknown', why: 'unbounded-order' });
  });

  it('names control, identity and missing facts', () => {
    const delegation: Action = { kind: 'delegation', account: null, delegate: STRANGER, everyChain: true };
    expect(derive(sending(), [delegation])).toMatchObject([
      { kind: 'control', of: SAMPLE_ACCOUNT, what: 'account-code' },
    ]);
    const ownership: Action = { kind: 'ownership', of: TOKEN, to: STRANGER, functionName: 'setOwner' };
    expect(derive(sending(), [ownership])).toMatchObject([
      { kind: 'control', of: TOKEN, to: STRANGER, what: 'ownership' },
    ]);
    const hash: Action = { kind: 'hash', hash: `0x${'ab'.repeat(32)}` };
    expect(derive(sending(), [hash, hash])).toEqual([{ kind: 'unknown', why: 'blind-hash' }]);
    const connect: Action = { kind: 'connect', permissions: ['eth_accounts'], accountsOnly: true };
    expect(derive(sending(), [connect])).toEqual([{ kind: 'identity', to: 'app.example.org', scope: 'accounts' }]);
    const message: Action = { kind: 'message', text: null, bytes: '0x', looksLikeHash: true };
    expect(derive(sending(), [message]).map((one) => one.kind)).toEqual(['identity', 'unknown']);
  });
});
