import { type Address, encodeFunctionData, type Hex, maxUint256, numberToHex, parseAbi } from 'viem';
import type { Around, ExtraStep } from '../Extra.ts';
import { readTouched, type Touched } from '../perturb/touched.ts';
import { readGrantee } from '../power/readGrantee.ts';
import type { Resale } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { runTrial, type TrialResult } from './trial.ts';

/** A token that the user got for money and could not pass on. */
export interface Stuck {
  readonly token: Address;
  readonly amount: bigint;
  readonly resale: Resale;
}

/**
 * Whether a token that stays with its buyer stays there alone and for good: others can pass it on, the buyer not even
 * after years, and no switch in the token's own storage lets the buyer go. A receipt that nobody can move, a lock that
 * ends, and a trade that is yet to be opened are none of that.
 */
export function boundness(around: Around, stuck: Stuck): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const { token } = stuck;
    const want = { through: token, token, tokenType: 'erc20', limit: 0n, itemId: null, kept: 'token' } as const;
    const seller = around.scenario?.calls[0]?.to ?? null;
    const senders = [around.user, seller].filter((one) => one !== null);
    const [{ named }, ...touched] = await Promise.all([
      readGrantee(ask, { ...want, bySignature: false }, around.setting),
      ...senders.map((from) => touchedByTransfer(ask, from, stuck, around)),
    ]);
    const others = [...new Set([...(seller === null ? [] : [seller]), ...named])].filter((one) => one !== around.user);
    const words = touched.flatMap((seen) => seen ?? []).filter(({ address }) => address === token);
    const slots = [...new Set(words.flatMap((one) => one.slots))];
    if (words.length === 0 || slots.length > MAX_SLOTS) return { found: {}, next: null };
    return { found: {}, next: settle(around, stuck, others.slice(0, MAX_OTHERS), slots) };
  };
}

/** A transfer reads two balances, a switch or two and perhaps an owner; one that reads more is not settled here. */
const MAX_SLOTS = 10;
const MAX_OTHERS = 4;
/** Ten years: beyond any lock. */
const FOR_GOOD_SECONDS = 315_360_000n;

function settle(around: Around, stuck: Stuck, others: readonly Address[], slots: readonly Hex[]): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const { amount, token } = stuck;
    // A word holds one variable or several: all bits set throws every switch in it.
    const switches = slots.flatMap((slot) => [0n, 1n, maxUint256].map((value) => ({ slot, value })));
    const [late, byOthers, switched] = await Promise.all([
      pass(ask, around, token, amount, { afterSeconds: FOR_GOOD_SECONDS }),
      Promise.all(others.map((by) => pass(ask, around, token, 1n, { by }))),
      Promise.all(
        switches.map(({ slot, value }) => {
          const overrides = { [token]: { stateDiff: { [slot]: numberToHex(value, { size: 32 }) } } };
          return pass(ask, around, token, amount, { overrides });
        }),
      ),
    ]);
    const bound =
      isRefused(late) && byOthers.some(isDone) && switched.some(isRefused) && switched.every((one) => !isDone(one));
    return bound ? { found: { resale: new Map([[token, { ...stuck.resale, bound: true }]]) }, next: null } : NOTHING;
  };
}

const NOTHING = { found: {}, next: null };

function pass(
  ask: Ask,
  around: Around,
  token: Address,
  amount: bigint,
  how: {
    readonly afterSeconds?: bigint;
    readonly by?: Address;
    readonly overrides?: Readonly<Record<Address, { readonly stateDiff: Readonly<Record<Hex, Hex>> }>>;
  },
): Promise<TrialResult> {
  const owner = around.setting.places.account;
  const afterwards = [{ to: token, data: encodeFunctionData({ abi: TRANSFER, args: [owner, amount] }) }];
  return runTrial(ask, around, { afterSeconds: NEXT_SECONDS, afterwards, watched: { token, owner }, ...how });
}

const NEXT_SECONDS = 12n;

function isDone(result: TrialResult): boolean {
  return result.kind === 'done' && result.gained > 0n;
}

function isRefused(result: TrialResult): boolean {
  return result.kind === 'reverted' || (result.kind === 'done' && result.gained === 0n);
}

/** Storage that a transfer by this account reads, as far as it gets. */
async function touchedByTransfer(
  ask: Ask,
  from: Address,
  { token }: Stuck,
  { setting }: Around,
): Promise<readonly Touched[] | null> {
  const data = encodeFunctionData({ abi: TRANSFER, args: [setting.places.account, 1n] });
  return readTouched(await ask({ method: 'eth_createAccessList', params: [{ from, to: token, data }, 'latest'] }));
}

const TRANSFER = parseAbi(['function transfer(address to, uint256 amount)']);
