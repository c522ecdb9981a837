import type { Address, Hex } from 'viem';
import type { CallAction } from '../../decode/Action.ts';
import type { Leaves } from '../../simulate/Consequence.ts';
import type { Scene } from '../Detector.ts';
import { isAcquainted, isOwn, knownContract, lower, same } from './reading.ts';

/**
 * True when a loss gives nobody anything they could not have had without asking: the contract that is called could take
 * all of it already (an allowance or an operator that stood before the run), and the call names nobody whom it could
 * favour instead of the user. A malicious contract gains nothing by this request; an honest one is told nothing that
 * helps a stranger. What stood before was judged when it was given.
 */
export function isTakenByStandingPower(scene: Scene, losses: readonly Leaves[], calls: readonly CallAction[]): boolean {
  if (losses.length === 0 || !losses.every((loss) => couldTake(scene, loss, calls))) return false;
  return losses.every(({ asset }) => asset.type === 'native') || !calls.some((call) => namesStranger(scene, call));
}

function couldTake(scene: Scene, { asset, amount, to }: Leaves, calls: readonly CallAction[]): boolean {
  if (asset.type === 'native') return amount !== 'unlimited' && amount <= DUST_WEI;
  // A token moves its own balances by its own rules; what it destroys (a receipt, a debt repaid) goes to nobody.
  if (to === ZERO || calls.some((call) => same(call.to, asset.address))) return true;
  const stood = scene.chain?.run?.stood ?? [];
  return stood.some(
    (power) =>
      same(power.token, asset.address) &&
      calls.some((call) => same(call.to, power.to)) &&
      (power.limit === 'everything' || (amount !== 'unlimited' && power.limit >= amount)),
  );
}

/** A message fee to a bridge, a year of a name: less than the fee of stealing it (0.001 of a coin). */
const DUST_WEI = 10n ** 15n;
const ZERO: Address = '0x0000000000000000000000000000000000000000';

/** Arguments that are no numbers, no flags and no addresses of the user's own side. */
function namesStranger(scene: Scene, { data, to }: CallAction): boolean {
  const words = wordsOf(data);
  if (words === null) return true;
  return words.some((word) => {
    if (word < SMALLEST_ADDRESS || word === LARGEST_NUMBER) return false;
    if (word > LARGEST_ADDRESS) return true;
    const named = addressOf(word);
    return !(
      isOwn(scene, named) ||
      same(named, to) ||
      isAcquainted(scene, named) ||
      scene.chain?.tokens.has(lower(named)) === true ||
      knownContract(scene, named) !== null
    );
  });
}

/** What the arguments may name: words too large to count to and no larger than an address. */
export function addressesIn(data: Hex): readonly Address[] {
  const words = wordsOf(data) ?? [];
  return words.filter((word) => word >= SMALLEST_ADDRESS && word <= LARGEST_ADDRESS).map(addressOf);
}

function addressOf(word: bigint): Address {
  return `0x${word.toString(16).padStart(40, '0')}`;
}

/** Whole words after the selector; `null` when the arguments are packed otherwise: an address could hide in them. */
function wordsOf(data: Hex): readonly bigint[] | null {
  const digits = data.slice(10);
  if (digits.length % WORD !== 0) return null;
  return Array.from({ length: digits.length / WORD }, (_, at) =>
    BigInt(`0x${digits.slice(at * WORD, (at + 1) * WORD)}`),
  );
}

const WORD = 64;
/** Below this a word is a number: an address so small would take 2^56 tries to find. */
const SMALLEST_ADDRESS = 1n << 104n;
const LARGEST_ADDRESS = (1n << 160n) - 1n;
/** "All there is", as routers and vaults write it. */
const LARGEST_NUMBER = (1n << 256n) - 1n;
