import { type Address, zeroAddress } from 'viem';
import { nextBaseFeeWei, SLOT_SECONDS } from '../header.ts';
import type { Plan } from '../Plan.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import type { Scenario } from '../Scenario.ts';
import { drawPrevRandao, feesOf, gasOf, priceCapOf, type Setting } from '../Setting.ts';
import { larger, smaller } from '../smaller.ts';

/** The same request under one other circumstance that the next blocks may well bring (simulation.md, 2). */
export interface Variant {
  readonly id: VariantId;
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly gas: bigint;
}

export type VariantId =
  | 'randomness-1'
  | 'randomness-2'
  | 'proposer'
  | 'fees'
  | 'later-2-minutes'
  | 'later-30-minutes'
  | 'gas-high'
  | 'gas-low'
  | 'without-earlier'
  | 'watched';

/** Later than this turns ordinary deadlines; +1 day would flag most of them. Seconds. */
const SOON_SECONDS = 120n;
const LATER_SECONDS = 1_800n;

/** Enough for a transfer out of a contract; what honestly needs more reverts, and a revert is no finding. */
const LOW_GAS = 150_000n;

/** What geth lends a call without a limit of its own. */
const WATCHED_GAS = 50_000_000n;
/** A block without a limit, as development chains have it. */
const WATCHED_BLOCK_GAS = 2n ** 53n - 1n;
/** A gift of a simulator: ten million coins. */
const WATCHED_BALANCE_WEI = 10n ** 25n;

/** A wallet's estimate without any room, in percent of what the base run used. */
const TIGHT_PERCENT = 110n;

/** The base fee may double within six blocks (EIP-1559: an eighth each). */
const FEE_FACTOR = 2n;

/** Another wallet's tip: a third of the base fee. */
const OTHER_TIP_DIVISOR = 3n;

export interface VariantPorts {
  readonly chances: Chances;
  readonly nowSeconds: bigint;
  /** Gas the base run used, where it is known. */
  readonly gasUsed: bigint | null;
}

/** What is drawn by chance, once for a look: an item that chance picks must be the same one when it is read again. */
export interface Chances {
  readonly prevRandao: ReadonlyMap<VariantId, bigint>;
  readonly proposer: Address;
}

export function drawChances(random: (bytes: number) => Uint8Array): Chances {
  const proposer = Array.from(random(20), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { prevRandao: new Map(IDS.map((id) => [id, drawPrevRandao(random)])), proposer: `0x${proposer}` };
}

const IDS: readonly VariantId[] = [
  ...(['randomness-1', 'randomness-2', 'proposer', 'fees'] as const),
  ...(['later-2-minutes', 'later-30-minutes', 'gas-high', 'gas-low'] as const),
];

/**
 * Eight variants of a plan. Each draws its own randomness, and most stand in a block of their own, whose parent has
 * another hash: a contract that flips a coin must win nine flips to be shown wrongly.
 */
export function variantsOf(plan: Plan, ports: VariantPorts): readonly Variant[] {
  const { scenario } = plan;
  const gas = plan.gasLimits[0] ?? MAX_TRANSACTION_GAS;
  const { chances } = ports;
  const { before, ...alone } = scenario;
  const free = withoutGas(scenario);
  const variant = (id: VariantId, change: Partial<Setting>, own: Partial<Variant> = {}): Variant => {
    const prevRandao = chances.prevRandao.get(id) ?? plan.setting.prevRandao;
    return { id, scenario, setting: { ...plan.setting, ...change, prevRandao }, gas, ...own };
  };
  const soon = (blocks: bigint) => blocksLater(plan.setting, blocks);
  const low = lowGas(scenario, gas, ports.gasUsed);
  return [
    variant('randomness-1', soon(1n)),
    variant('randomness-2', soon(2n)),
    variant('proposer', { header: { ...plan.setting.header, feeRecipient: chances.proposer } }),
    variant('fees', higherFees(plan.setting)),
    variant('later-2-minutes', later(plan.setting, SOON_SECONDS, ports)),
    variant('later-30-minutes', later(plan.setting, LATER_SECONDS, ports)),
    variant('gas-high', soon(3n), { scenario: free, gas: MAX_TRANSACTION_GAS }),
    variant('gas-low', soon(4n), { scenario: free, gas: low }),
    // What went before may never be sent: a request must not look better for it.
    ...(before === undefined ? [] : [variant('without-earlier', {}, { scenario: alone })]),
    watched(plan),
  ];
}

/**
 * The run as a careless simulator makes it: no proposer, no fees, no randomness, gas and coins without end. No block is
 * like that, so what fares worse in it proves nothing; what fares better only there knows that it is watched.
 */
function watched({ scenario, setting }: Plan): Variant {
  const { header } = setting;
  return {
    id: 'watched',
    scenario: withoutGas(scenario),
    setting: {
      ...setting,
      validation: false,
      prevRandao: 0n,
      raisedBalanceWei: WATCHED_BALANCE_WEI,
      blockGasLimit: WATCHED_BLOCK_GAS,
      header: {
        ...header,
        feeRecipient: zeroAddress,
        // Half full: the next base fee is zero as well.
        gasUsed: header.gasLimit / 2n,
        baseFeeWei: header.baseFeeWei === null ? null : 0n,
      },
    },
    gas: WATCHED_GAS,
  };
}

/**
 * Wei by which the user's ether may honestly differ between the base run and a variant: what the sender sets aside for
 * gas is not there to be spent during the call.
 */
export function toleranceWei(plan: Plan, variant: Variant): bigint {
  const setAside = (scenario: Scenario, setting: Setting, gas: bigint): bigint =>
    scenario.calls.reduce((sum, call) => sum + gasOf(call, gas) * priceCapOf(feesOf(call, setting)), 0n);
  const base = setAside(plan.scenario, plan.setting, plan.gasLimits[0] ?? MAX_TRANSACTION_GAS);
  const other = setAside(variant.scenario, variant.setting, variant.gas);
  return base > other ? base - other : other - base;
}

function withoutGas(scenario: Scenario): Scenario {
  return { ...scenario, calls: scenario.calls.map((call) => ({ ...call, gas: null })) };
}

function lowGas(scenario: Scenario, gas: bigint, gasUsed: bigint | null): bigint {
  if (gasUsed !== null && scenario.calls.length === 1) return (gasUsed * TIGHT_PERCENT) / 100n;
  return smaller(LOW_GAS, gas);
}

function higherFees({ exact, header }: Setting): Partial<Setting> {
  const next = nextBaseFeeWei(header);
  // A guessed block keeps the engine's own base fee: another one could not be told from a refusal.
  if (next === null || !exact) return { tipDivisor: OTHER_TIP_DIVISOR };
  return {
    tipDivisor: OTHER_TIP_DIVISOR,
    header: { ...header, baseFeeWei: next * FEE_FACTOR, gasUsed: header.gasLimit / 2n },
  };
}

function later(setting: Setting, seconds: bigint, { nowSeconds }: VariantPorts): Partial<Setting> {
  if (setting.exact) return blocksLater(setting, seconds / SLOT_SECONDS);
  return { forcedTimeSeconds: larger(setting.timeSeconds, nowSeconds) + seconds };
}

/** Where the newest block is not known for certain, empty blocks before the run bring another parent. */
function blocksLater({ exact, header, timeSeconds }: Setting, blocks: bigint): Partial<Setting> {
  if (!exact) return { blocksBefore: Number(blocks) };
  return {
    timeSeconds: timeSeconds + blocks * SLOT_SECONDS,
    header: { ...header, number: header.number + blocks },
  };
}
