import { type Address, concatHex, encodeFunctionData, type Hex, numberToHex, padHex, parseAbi } from 'viem';
import type { Around } from '../Extra.ts';
import type { Read, Words } from '../probeCode.ts';
import { smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';
import { argumentLists, fits, permutations } from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';
import { asCall, simulate } from './runTrial.ts';
import { shapedForwards } from './shapedLists.ts';
import type { Want } from './wantsIn.ts';

/** What one needs to know of a market to try a loan in the user's name (Aave's debt tokens, versions 2 and 3). */
export interface Credit {
  readonly debt: Address;
  readonly pool: Address;
  /** What would be borrowed. */
  readonly asset: Address;
  /** Base units that the trial borrows. */
  readonly amount: bigint;
  /** The debt as the token stores it: without the interest that grows every second. */
  readonly scaledDebt: bigint;
  readonly debtAmount: bigint;
}

/** A hundredth of a whole unit: more than rounding hides, less than nearly every credit line. */
const SMALL_PART_DECIMALS = 2;

/** Asked along with the grantee's own facts. */
export function creditReads(debt: Address, user: Address): readonly Read[] {
  return [
    { to: debt, data: encodeFunctionData({ abi: DEBT, functionName: 'POOL' }) },
    { to: debt, data: encodeFunctionData({ abi: DEBT, functionName: 'UNDERLYING_ASSET_ADDRESS' }) },
    { to: debt, data: encodeFunctionData({ abi: DEBT, functionName: 'decimals' }) },
    { to: debt, data: encodeFunctionData({ abi: DEBT, functionName: 'scaledBalanceOf', args: [user] }) },
    { to: debt, data: encodeFunctionData({ abi: DEBT, functionName: 'balanceOf', args: [user] }) },
  ];
}

/** `null` when this is no debt token of that kind. */
export function creditIn({ token, limit }: Want, answers: readonly Words[]): Credit | null {
  const [pool, asset, decimals, scaled, debt] = answers.map((words) => words?.[0]);
  if (pool === undefined || asset === undefined || decimals === undefined || decimals > 36n) return null;
  if (scaled === undefined || debt === undefined) return null;
  const part = 10n ** (decimals > SMALL_PART_DECIMALS ? decimals - BigInt(SMALL_PART_DECIMALS) : 0n);
  return {
    debt: token,
    pool: addressOf(pool),
    asset: addressOf(asset),
    amount: limit === 'unlimited' ? part : smaller(part, limit),
    scaledDebt: scaled,
    debtAmount: debt,
  };
}

/** Asked once the market is known. */
export function standingReads(credit: Credit, user: Address): readonly Read[] {
  return [
    { to: credit.asset, data: encodeFunctionData({ abi: DEBT, functionName: 'balanceOf', args: [user] }) },
    { to: credit.pool, data: encodeFunctionData({ abi: POOL, functionName: 'getUserAccountData', args: [user] }) },
  ];
}

/**
 * Whether the user could borrow a ninth more than the grantee may: its power is then less than nearly all there is.
 *
 * @throws RpcError
 */
export async function isPartOfCredit(
  ask: Ask,
  { limit }: Want,
  { pool, asset }: Credit,
  around: Around,
): Promise<boolean> {
  const { user } = around;
  if (limit === 'unlimited' || user === null) return false;
  const args = [asset, (limit * 10n) / 9n, VARIABLE, 0, user] as const;
  const data = encodeFunctionData({ abi: POOL, functionName: 'borrow', args });
  const [answer] = await simulate(ask, around, {}, [asCall({ from: user, to: pool, valueWei: 0n, data })]);
  return answer?.status === '0x1';
}

/** Arguments that a function for borrowing in somebody's name may want. */
export function creditLists(credit: Credit, user: Address, by: Address, shape: Shape | null): readonly Hex[] {
  const { pool, asset, amount, debt } = credit;
  const word = (value: Hex): Hex => padHex(value, { size: 32 });
  const [p, a, u, b, d, n] = [word(pool), word(asset), word(user), word(by), word(debt), word(numberToHex(amount))];
  const [zero, variable] = [word('0x00'), numberToHex(VARIABLE, { size: 32 })];
  const shaped = [
    ...permutations([p, a, u, n]).map((words) => [...words, b]),
    ...permutations([d, u, n]).map((words) => [...words, b]),
    [a, n, variable, zero, u],
    [a, n, variable, u, b],
    [p, a, n, variable, zero, u],
    [p, a, n, variable, u, b],
  ].map((words) => concatHex(words));
  const data = encodeFunctionData({ abi: POOL, functionName: 'borrow', args: [asset, amount, VARIABLE, 0, user] });
  const pull = { to: pool, data };
  const usual = argumentLists({ token: asset, user, by, amount }, pull);
  const passed = shape === null ? [] : shapedForwards(pull, shape);
  return [...new Set([...shaped.filter(fits), ...usual, ...passed])];
}

function addressOf(word: bigint): Address {
  return numberToHex(BigInt.asUintN(160, word), { size: 20 });
}

/** Aave's mode of interest; the other was taken out. */
const VARIABLE = 2n;

const DEBT = parseAbi([
  'function POOL() view returns (address)',
  'function UNDERLYING_ASSET_ADDRESS() view returns (address)',
  'function decimals() view returns (uint8)',
  'function scaledBalanceOf(address user) view returns (uint256)',
  'function balanceOf(address user) view returns (uint256)',
]);
const POOL = parseAbi([
  'function getUserAccountData(address user) view returns (uint256 collateral, uint256 debt, uint256 available, uint256 threshold, uint256 ltv, uint256 health)',
  'function borrow(address asset, uint256 amount, uint256 mode, uint16 code, address onBehalfOf)',
]);
