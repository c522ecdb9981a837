import type { Address, Hex } from 'viem';
import { type Header, nextBaseFeeWei, SLOT_SECONDS } from './header.ts';
import { MAX_TRANSACTION_GAS } from './probeCode.ts';
import type { ScenarioCall } from './Scenario.ts';
import { smaller } from './smaller.ts';

/** The block a run is placed in, and what had to be bent for it. One look keeps one setting's random parts. */
export interface Setting {
  readonly header: Header;
  /**
   * False when the header is older than one block: number, time and base fee are then left to the engine, which
   * knows the newest block, and compared afterwards.
   */
  readonly exact: boolean;
  readonly timeSeconds: bigint;
  readonly prevRandao: bigint;
  readonly places: Places;
  readonly validation: boolean;
  /** Balance given to the user when it cannot pay for gas; `null` in a faithful run. */
  readonly raisedBalanceWei: bigint | null;
  /** False leaves out the page's own nonce. */
  readonly useNonce: boolean;
  /** A time named though the block is guessed; absent in a base run. */
  readonly forcedTimeSeconds?: bigint;
  /** Storage set before the run; absent in a base run. At most one slot of each contract. */
  readonly slots?: readonly { readonly address: Address; readonly slot: Hex; readonly value: Hex }[];
  /** The tip is the base fee through this; absent in a base run. */
  readonly tipDivisor?: bigint;
  /** The block's own gas limit, where it is another; absent in a base run. */
  readonly blockGasLimit?: bigint;
  /** Empty blocks simulated before the run, where its block is guessed; absent in a base run. */
  readonly blocksBefore?: number;
}

/**
 * Where probe code sits. Random for each look: a fixed address would be a red pill's easiest tell.
 */
export interface Places {
  readonly reader: Address;
  readonly account: Address;
  readonly sender: Address;
}

/** Fees as they go into the simulated call: EIP-1559, or legacy, or none at all without validation. */
export interface Fees {
  readonly gasPrice?: bigint;
  readonly maxFeePerGas?: bigint;
  readonly maxPriorityFeePerGas?: bigint;
}

/** Gas price assumed on chains without EIP-1559 when the page names none: 1 gwei. */
const LEGACY_GAS_PRICE_WEI = 1_000_000_000n;

/** A wallet adds a tip; a tenth of the base fee makes GASPRICE differ from BASEFEE as it really does. */
const TIP_DIVISOR = 10n;

export function settingFor(
  header: Header,
  options: { nowSeconds: bigint; local: boolean; random: (bytes: number) => Uint8Array },
): Setting {
  const next = header.timeSeconds + SLOT_SECONDS;
  const { nowSeconds, local, random } = options;
  return {
    header,
    // A developer's chain mines on demand, so its newest block may be hours old and still the newest.
    exact: local || nowSeconds <= next,
    timeSeconds: local && nowSeconds > next ? nowSeconds : next,
    prevRandao: drawPrevRandao(random),
    places: { reader: drawAddress(random), account: drawAddress(random), sender: drawAddress(random) },
    validation: true,
    raisedBalanceWei: null,
    useNonce: true,
  };
}

/** The same setting on a newer header. */
export function movedTo(setting: Setting, header: Header, nowSeconds: bigint, local: boolean): Setting {
  const next = header.timeSeconds + SLOT_SECONDS;
  return { ...setting, header, exact: true, timeSeconds: local && nowSeconds > next ? nowSeconds : next };
}

/** The user's own fees, or what a wallet would choose. */
export function feesOf(call: ScenarioCall, setting: Setting): Fees {
  if (!setting.validation) return {};
  const baseFee = nextBaseFeeWei(setting.header);
  if (call.gasPriceWei !== null) return { gasPrice: call.gasPriceWei };
  if (baseFee === null) return { gasPrice: call.maxFeePerGasWei ?? LEGACY_GAS_PRICE_WEI };
  const tip = call.maxPriorityFeePerGasWei ?? baseFee / (setting.tipDivisor ?? TIP_DIVISOR) + 1n;
  // With a guessed block the base fee may have risen since.
  const wanted = (setting.exact ? baseFee : 2n * baseFee) + tip;
  const cap = call.maxFeePerGasWei ?? wanted;
  return { maxFeePerGas: cap, maxPriorityFeePerGas: smaller(tip, cap) };
}

/** Wei per gas the user must be able to pay. */
export function priceCapOf({ gasPrice, maxFeePerGas }: Fees): bigint {
  return gasPrice ?? maxFeePerGas ?? 0n;
}

/** Wei per gas actually paid in a block with this base fee. */
export function paidPriceOf({ gasPrice, maxFeePerGas, maxPriorityFeePerGas }: Fees, baseFeeWei: bigint): bigint {
  if (gasPrice !== undefined) return gasPrice;
  if (maxFeePerGas === undefined || maxPriorityFeePerGas === undefined) return 0n;
  const wanted = baseFeeWei + maxPriorityFeePerGas;
  return smaller(wanted, maxFeePerGas);
}

/** The call's gas limit: the page's own, within EIP-7825's cap, or the run's. */
export function gasOf(call: ScenarioCall, gas: bigint): bigint {
  if (call.gas === null) return gas;
  return smaller(call.gas, MAX_TRANSACTION_GAS);
}

/**
 * viem writes `prevRandao` as a number without leading zeros, and geth wants all 64 digits: draw again until the first
 * digit is not zero.
 */
export function drawPrevRandao(random: (bytes: number) => Uint8Array): bigint {
  for (;;) {
    const bytes = random(32);
    if ((bytes[0] ?? 0) >= 0x10) return BigInt(hexOf(bytes));
  }
}

function drawAddress(random: (bytes: number) => Uint8Array): Address {
  return hexOf(random(20));
}

function hexOf(bytes: Uint8Array): `0x${string}` {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
