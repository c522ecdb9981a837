import { describe, expect, it } from 'vitest';
import { nextBaseFeeWei } from '../header.ts';
import { firstPlan } from '../Plan.ts';
import { feesOf, settingFor } from '../Setting.ts';
import { drawChances, toleranceWei, variantsOf } from './Variant.ts';

const header = {
  ...({ number: 100n, timeSeconds: 1_000n, feeRecipient: `0x${'ab'.repeat(20)}` } as const),
  ...{ baseFeeWei: 1_000_000_000n, gasLimit: 30_000_000n, gasUsed: 15_000_000n },
};
let drawn = 0;
const random = (bytes: number) => new Uint8Array(bytes).map(() => (drawn++ % 200) + 20);
const call = {
  ...({ to: `0x${'cd'.repeat(20)}`, valueWei: 1n, data: '0x12345678', gas: null, gasPriceWei: null } as const),
  ...{ maxFeePerGasWei: null, maxPriorityFeePerGasWei: null, nonce: null },
};
const scenario = { user: `0x${'ef'.repeat(20)}`, calls: [call], delegate: null } as const;
const setting = settingFor(header, { nowSeconds: 1_005n, local: false, random });
const plan = firstPlan(scenario, setting, []);
const chances = drawChances(random);
const variants = variantsOf(plan, { chances, nowSeconds: 1_005n, gasUsed: null });
const of = (id: string) => {
  const found = variants.find((variant) => variant.id === id);
  if (found === undefined) throw new Error(`No ${id}.`);
  return found;
};

describe('variantsOf', () => {
  it('are eight and the watched one, each with randomness of its own that stays the same for the look', () => {
    expect(variants).toHaveLength(9);
    expect(new Set([...variants.map((one) => one.setting.prevRandao), setting.prevRandao]).size).toBe(10);
    expect(variantsOf(plan, { chances, nowSeconds: 1_005n, gasUsed: null })).toEqual(variants);
  });

  it('stand in other blocks, at most half an hour away', () => {
    expect(of('randomness-1').setting.header.number).toBe(101n);
    expect(of('later-2-minutes').setting.timeSeconds - setting.timeSeconds).toBe(120n);
    expect(of('later-30-minutes').setting.timeSeconds - setting.timeSeconds).toBe(1_800n);
    expect(of('later-30-minutes').setting.header.number).toBe(250n);
    expect(Math.max(...variants.map((one) => Number(one.setting.timeSeconds - setting.timeSeconds)))).toBe(1_800);
  });

  it('change proposer, fees and gas', () => {
    expect(of('proposer').setting.header.feeRecipient).not.toBe(header.feeRecipient);
    expect(of('fees').setting.header.baseFeeWei).toBe(2_000_000_000n);
    expect(of('gas-high').gas).toBe(1n << 24n);
    expect(of('gas-low').gas).toBe(150_000n);
  });

  it('fit the gas closely once it is known', () => {
    const tight = variantsOf(plan, { chances, nowSeconds: 1_005n, gasUsed: 100_000n });
    expect(tight.find(({ id }) => id === 'gas-low')?.gas).toBe(110_000n);
  });

  it('name no block number where the block is guessed', () => {
    const guessed = { ...plan, setting: { ...setting, exact: false } };
    const found = variantsOf(guessed, { chances, nowSeconds: 5_000n, gasUsed: null });
    expect(found.every((one) => one.setting.header.number === 100n)).toBe(true);
    expect(found.find(({ id }) => id === 'randomness-2')?.setting.blocksBefore).toBe(2);
    expect(found.find(({ id }) => id === 'later-30-minutes')?.setting.forcedTimeSeconds).toBe(6_800n);
  });

  it('are run once as a careless simulator does: no proposer, no fees, no randomness, all the gas and coins', () => {
    const { gas, setting: careless } = of('watched');
    expect(careless).toMatchObject({ validation: false, prevRandao: 0n });
    expect(careless.header).toMatchObject({ feeRecipient: `0x${'00'.repeat(20)}`, baseFeeWei: 0n });
    expect(nextBaseFeeWei(careless.header)).toBe(0n);
    expect(feesOf(call, careless)).toEqual({});
    expect(careless.raisedBalanceWei).toBeGreaterThan(10n ** 24n);
    expect(careless.blockGasLimit).toBeGreaterThan(10n ** 9n);
    expect(gas).toBeGreaterThan(30_000_000n);
  });

  it('run alone what was run after earlier requests', () => {
    const after = { ...plan, scenario: { ...scenario, before: [call] } };
    const alone = variantsOf(after, { chances, nowSeconds: 1_005n, gasUsed: null }).find(
      ({ id }) => id === 'without-earlier',
    );
    expect(alone).toMatchObject({ id: 'without-earlier', scenario });
    expect(alone?.scenario.before).toBeUndefined();
  });
});

describe('toleranceWei', () => {
  it('is what the other gas sets aside, and nothing otherwise', () => {
    expect(toleranceWei(plan, of('randomness-1'))).toBe(0n);
    expect(toleranceWei(plan, of('gas-high'))).toBeGreaterThan(10n ** 15n);
  });
});
