import { describe, expect, it } from 'vitest';
import type { Action } from '../decode/Action.ts';
import type { Taker } from '../simulate/Simulator.ts';
import { granteeCanTake } from './grantee-can-take.ts';
import {
  answer,
  CONTRACT,
  erc20,
  grant,
  leaves,
  makeChain,
  makeScene,
  NFT,
  nft,
  STRANGER,
  USDC,
  USER,
} from './testing/scene.ts';

const taker = (parts: Partial<Taker> = {}): Taker => ({
  through: CONTRACT,
  by: STRANGER,
  selector: '0x0f694584',
  asset: erc20(USDC),
  amount: 1_000n,
  ...parts,
});
const on = (
  takers: readonly Taker[] | null,
  holding: bigint | null = 1_000n,
  parts: Parameters<typeof grant>[0] = {},
) =>
  makeScene({
    consequences: [grant({ to: CONTRACT, ...parts })],
    chain: makeChain({
      local: true,
      tokens: new Map([[USDC, { symbol: 'USDC', name: 'USD Coin', decimals: 6, holding }]]),
      ...(takers === null ? {} : { takers }),
    }),
  });

describe('grantee-can-take', () => {
  it('fires when somebody else made the grantee take nearly all, on a local chain too', () => {
    expect(answer(granteeCanTake, on([taker()]))).toBe('fired: danger');
    expect(granteeCanTake.detect(on([taker()]))).toMatchObject({
      message: 'reason.grantee-can-take',
      facts: { by: { value: STRANGER }, who: { value: CONTRACT } },
    });
  });

  it('says when anybody can', () => {
    expect(granteeCanTake.detect(on([taker({ by: 'anyone' })])).message).toBe('reason.grantee-can-take.anyone');
  });

  it('says when those on a list of the contract’s own can', () => {
    expect(granteeCanTake.detect(on([taker({ by: 'listed' })])).message).toBe('reason.grantee-can-take.listed');
  });

  it('fires for an item of a collection', () => {
    const over = { type: 'collection', address: NFT } as const;
    expect(answer(granteeCanTake, on([taker({ asset: nft(3n), amount: 1n })], 0n, { power: 'operate', over }))).toBe(
      'fired: danger',
    );
  });

  it('is a caution where only a small part could go', () => {
    expect(answer(granteeCanTake, on([taker({ amount: 50n })]))).toBe('fired: caution');
    expect(answer(granteeCanTake, on([taker({ amount: 100n })]))).toBe('fired: danger');
  });

  it('judges by the worst take', () => {
    expect(answer(granteeCanTake, on([taker({ amount: 50n }), taker({ by: 'anyone' })]))).toBe('fired: danger');
  });

  it('stays quiet when nobody could', () => {
    expect(answer(granteeCanTake, on([]))).toBe('clear');
  });

  it('stays quiet when nothing is granted, or taken back', () => {
    expect(answer(granteeCanTake, makeScene({ chain: makeChain({ takers: [taker()] }) }))).toBe('quiet');
    expect(answer(granteeCanTake, on([taker()], 1_000n, { revokes: true }))).toBe('quiet');
  });

  it('has nothing to say when nobody was to be tried', () => {
    expect(answer(granteeCanTake, on(null))).toBe('quiet');
  });

  it('cannot tell when the trial failed', () => {
    const scene = on(null);
    const chain = makeChain({ ...scene.chain, notes: ['power-failed'] });
    expect(answer(granteeCanTake, { ...scene, chain })).toBe('inconclusive');
  });

  describe('where a signature pays a contract', () => {
    const action: Action = {
      kind: 'permit',
      standard: 'erc3009',
      asset: erc20(USDC),
      owner: USER,
      spender: CONTRACT,
      amount: 1_000n,
      until: 'revoked',
      deadlineSeconds: null,
      nonce: null,
      domain: { name: null, version: null, chainId: null, verifyingContract: null, missing: false },
    };
    const paid = (share: number | null, takers: readonly Taker[], more: Parameters<typeof makeScene>[0] = {}) => {
      const consequences = [leaves({ asset: erc20(USDC), amount: 1_000n, to: CONTRACT, share })];
      return makeScene({ action, actions: [action], consequences, chain: makeChain({ takers }), ...more });
    };

    it('fires when the contract does what one account says, or anybody', () => {
      expect(answer(granteeCanTake, paid(0.9, [taker({ power: 'command' })]))).toBe('fired: danger');
      expect(granteeCanTake.detect(paid(1, [taker({ power: 'command' })]))).toMatchObject({
        family: 'B5',
        message: 'reason.grantee-can-take.paid',
      });
      const message = granteeCanTake.detect(paid(1, [taker({ power: 'command', by: 'anyone' })])).message;
      expect(message).toBe('reason.grantee-can-take.paid-anyone');
    });

    it('stays quiet for a part, for a past counterparty, for a shop, for a loan', () => {
      expect(answer(granteeCanTake, paid(0.89, [taker({ power: 'command' })]))).toBe('clear');
      const history = { counterparties: [CONTRACT], ownAccounts: [] };
      expect(answer(granteeCanTake, paid(1, [taker({ power: 'command' })], { history }))).toBe('clear');
      expect(answer(granteeCanTake, paid(1, []))).toBe('clear');
      expect(answer(granteeCanTake, paid(1, [taker({ power: 'borrow' })]))).toBe('clear');
      expect(answer(granteeCanTake, paid(1, [taker({ power: 'command', through: STRANGER })]))).toBe('clear');
    });

    it('cannot tell without the holding', () => {
      expect(answer(granteeCanTake, paid(null, [taker({ power: 'command' })]))).toBe('inconclusive');
    });
  });
});
