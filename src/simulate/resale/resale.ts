import { type Address, encodeFunctionData, parseAbi } from 'viem';
import type { Around, Extra } from '../Extra.ts';
import { SLOT_SECONDS } from '../header.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { Scenario } from '../Scenario.ts';
import type { Resale, Run } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { boundness } from './bound.ts';
import { resaleOf } from './resaleOf.ts';
import { runTrial, type TrialResult } from './trial.ts';
import { type WayBack, waysBack } from './wayBack.ts';

/**
 * Sells what the request buys (taxonomy I4): the request again, and in later blocks the way back over the same router,
 * now and under the time variants. A token that arrives without a trade that can be turned round is passed on to a
 * stranger instead. Only tokens no list knows are tried.
 */
export const resale: Extra = {
  id: 'resale',
  prepare(around) {
    const { canSimulate, query, scenario, view } = around;
    if (!canSimulate || scenario === null || scenario.delegate !== null || view.run?.status !== 'success') return null;
    const { run } = view;
    const bought = boughtIn(run).filter(({ token }) => query.isListed?.(token) !== true);
    if (bought.length === 0) return null;
    return async ({ askIfAble: ask }) => {
      const results = await Promise.all(bought.map((one) => sell(ask, one, run, scenario, around)));
      const told = results.flatMap((result, at): [Address, Resale][] => {
        const token = bought[at]?.token;
        return result === null || token === undefined ? [] : [[token, result]];
      });
      const stuck = told.flatMap(([token, result]) => {
        const amount = bought.find((one) => one.token === token)?.amount ?? 0n;
        const isStuck = result.outcome === 'cannot-sell' && result.variant === BY_TRANSFER;
        return isStuck ? [{ token, amount, resale: result }] : [];
      })[0];
      // One token bought for coins: a receipt for tokens is no purchase.
      const next = stuck === undefined || bought.length > 1 || !paysCoins(run) ? null : boundness(around, stuck);
      return { found: told.length === 0 ? {} : { resale: new Map(told) }, next };
    };
  },
};

/** A plain transfer was tried, not a sale. */
const BY_TRANSFER = 'transfer';

function paysCoins({ deltas }: Run): boolean {
  return deltas.some(({ asset, delta }) => asset.type === 'native' && delta < 0n);
}

interface Bought {
  readonly token: Address;
  readonly amount: bigint;
}

/** ERC-20 tokens that arrive while something else goes: a gift is no buy. */
function boughtIn({ deltas }: Run): readonly Bought[] {
  if (!deltas.some(({ delta }) => delta < 0n)) return [];
  return deltas
    .flatMap(({ asset, delta }) => {
      return asset.type === 'erc20' && delta > 0n ? [{ token: lowerAddress(asset.address), amount: delta }] : [];
    })
    .slice(0, MOST_TOKENS);
}

/** A trade buys one token; a second leaves room for what rides along. */
const MOST_TOKENS = 2;

/** Seconds after the buy. The last one decides: honest tokens may make a buyer wait for some minutes. */
export const LATER = [
  { variant: null, seconds: SLOT_SECONDS },
  { variant: '+2 min', seconds: 120n },
  { variant: '+30 min', seconds: 1800n },
] as const;

async function sell(
  ask: Ask,
  { token, amount }: Bought,
  run: Run,
  scenario: Scenario,
  around: Around,
): Promise<Resale | null> {
  // A token may round a unit away; what matters is whether the bulk of it can be sold.
  const part = (amount * SOLD_OF_100) / 100n;
  if (part === 0n) return null;
  const ways = waysBack(scenario.calls, token);
  const cost = ways[0] === undefined ? null : costOf(run, ways[0].paidWith);
  if (ways.length === 0 || cost === null) return passOn(ask, { token, amount: part }, around);
  const later = await Promise.all(
    LATER.map(async ({ variant, seconds }) => {
      const tried = await Promise.all(ways.map((way) => sellOver(ask, way, part, seconds, scenario, around)));
      return { variant, result: best(tried) };
    }),
  );
  return resaleOf(later, (cost * SOLD_OF_100) / 100n);
}

const SOLD_OF_100 = 99n;

function sellOver(
  ask: Ask,
  way: WayBack,
  amount: bigint,
  afterSeconds: bigint,
  scenario: Scenario,
  around: Around,
): Promise<TrialResult> {
  const owner = scenario.user;
  const afterwards = way.calls(amount, owner);
  return runTrial(ask, around, { afterSeconds, afterwards, watched: { token: way.paidWith, owner } });
}

/** The cheaper probe: can the owner give it to anybody at all? */
async function passOn(ask: Ask, { token, amount }: Bought, around: Around): Promise<Resale | null> {
  // Nobody can have put a random address on a list of friends.
  const stranger = around.setting.places.account;
  const data = encodeFunctionData({ abi: TRANSFER, args: [stranger, amount] });
  const watched = { token, owner: stranger };
  const later = await Promise.all(
    LATER.map(async ({ seconds }) => {
      const result = await runTrial(ask, around, {
        afterSeconds: seconds,
        afterwards: [{ to: token, data }],
        watched,
      });
      return { variant: BY_TRANSFER, result };
    }),
  );
  return resaleOf(later, amount);
}

/** What was paid, in the token that comes back. The coin itself counts as its wrapped form. */
function costOf({ deltas }: Run, paidWith: Address): bigint | null {
  const inToken = deltas.find(({ asset }) => asset.type === 'erc20' && lowerAddress(asset.address) === paidWith);
  const paid = inToken ?? deltas.find(({ asset }) => asset.type === 'native');
  return paid === undefined || paid.delta >= 0n ? null : -paid.delta;
}

/** A sale that one form of the call cannot make may go through by another. */
function best(results: readonly TrialResult[]): TrialResult {
  const rank = (result: TrialResult) =>
    result.kind === 'done' ? result.gained : result.kind === 'reverted' ? -1n : -2n;
  return results.reduce((a, b) => (rank(b) > rank(a) ? b : a), NO_ANSWER);
}

const NO_ANSWER: TrialResult = { kind: 'no-answer' };
const TRANSFER = parseAbi(['function transfer(address to, uint256 amount)']);
