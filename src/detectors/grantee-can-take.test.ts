import { describe, expect, it } from 'vitest';
import type { Taker } from '../simulate/Simulator.ts';
import { granteeCanTake } from './grantee-can-take.ts';
import { answer, CONTRACT, erc20, grant, makeChain, makeScene, NFT, nft, STRANGER, USDC } from './testing/scene.ts';

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
});
