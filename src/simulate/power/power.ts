import type { Address } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Taker, Unbound } from '../Simulator.ts';
import { smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';
import { listedCaller } from './listedCaller.ts';
import { findItem, type Grantee, readCode, readGrantee } from './readGrantee.ts';
import { runTrial, type Trial } from './runTrial.ts';
import { canPull, hasFunctions, selectorsIn } from './selectorsIn.ts';
import { type Want, wantsIn } from './wantsIn.ts';

/**
 * Who could use a power this request gives to a contract that no registry knows: its code is read, and in simulation
 * everybody it names, and a stranger, tries to make it take the user's assets. A take is a proof; none proves nothing.
 *
 * Blind spots: owners behind another contract or in a table we do not know, functions that want a signature or arguments
 * nobody would guess, a check that its caller has no code.
 */
export const power: Extra = {
  id: 'power',
  prepare(around) {
    const wants = wantsIn(around);
    return !around.canSimulate || around.user === null || wants.length === 0 ? null : read(around, wants);
  },
};

/** Whose power is tried, of those a contract names. */
const MAX_CALLERS = 5;

/** What of the user's is tried to be taken. */
interface Stake {
  readonly asset: Asset;
  /** Base units, or an item's id. */
  readonly amount: bigint;
}

interface Known {
  readonly want: Want;
  readonly grantee: Grantee;
  /** `null` when the user has nothing that could be taken. */
  readonly stake: Stake | null;
}

function read(around: Around, wants: readonly Want[]): ExtraStep {
  return async ({ ask }) => {
    const known = await Promise.all(
      wants.map(async (want): Promise<Known> => {
        const [grantee, stake] = await Promise.all([
          readGrantee(ask, want, around.setting),
          stakeIn(around, want, ask),
        ]);
        return { want, grantee, stake };
      }),
    );
    const worth = known.filter(({ stake }) => stake !== null);
    const behind = worth.some(({ grantee }) => grantee.implementation !== null);
    const next = worth.length === 0 ? null : behind ? look(around, worth) : attempt(around, worth);
    return { found: {}, next };
  };
}

/** A proxy's functions stand in the code behind it. */
function look(around: Around, known: readonly Known[]): ExtraStep {
  return async ({ ask }) => {
    const seen = await Promise.all(
      known.map(async (one): Promise<Known> => {
        const { implementation, code } = one.grantee;
        if (implementation === null) return one;
        const behind = await readCode(ask, implementation);
        return { ...one, grantee: { ...one.grantee, code: `${code}${behind.slice(2)}` } };
      }),
    );
    return { found: {}, next: attempt(around, seen) };
  };
}

function attempt(around: Around, known: readonly Known[]): ExtraStep {
  return async ({ ask }): Promise<ExtraAnswer> => {
    const found = await Promise.all(known.map((one) => tryAll(ask, one, around)));
    return {
      found: { takers: found.flatMap(({ takers }) => takers), unbound: found.flatMap(({ unbound }) => unbound) },
      next: null,
    };
  };
}

interface Found {
  readonly takers: readonly Taker[];
  readonly unbound: readonly Unbound[];
}

async function tryAll(ask: Ask, { want, grantee, stake }: Known, around: Around): Promise<Found> {
  const { places } = around.setting;
  const { through } = want;
  const selectors = selectorsIn(grantee.code);
  const hidden = !hasFunctions(grantee.code) && canPull(grantee.code);
  const unread: readonly Unbound[] = hidden ? [{ through, why: 'hidden', by: null }] : [];
  if (stake === null || selectors.length === 0) return { takers: [], unbound: unread };
  const named = grantee.named.filter((one) => one !== around.user && one !== want.token && one !== through);
  const callers = named.slice(0, MAX_CALLERS);
  const take = async (by: Address, who: Taker['by'], storage: Trial['storage']): Promise<readonly Taker[]> => {
    const taken = await runTrial(ask, { want, by, selectors, storage, ...stake }, around);
    return taken === null
      ? []
      : [{ through, by: who, selector: taken.selector, asset: stake.asset, amount: taken.amount }];
  };
  const [codes, byAnyone, byListed, ...byNamed] = await Promise.all([
    Promise.all(callers.map((caller) => readCode(ask, caller))),
    take(places.account, 'anyone', null),
    take(places.sender, 'listed', listedCaller(places.sender, grantee.code)),
    ...callers.map((caller) => take(caller, caller, null)),
  ]);
  // What a contract may order is for that contract's own rules to say.
  const persons = callers.filter((_, index) => isPerson(codes[index] ?? ''));
  const takers = [...byAnyone, ...byNamed.flat().filter(({ by }) => persons.some((person) => person === by))];
  const keeper = grantee.implementation === null || grantee.fixed ? undefined : persons[0];
  return {
    // Who is on a contract's list says more than that there is a list.
    takers: takers.length > 0 ? takers : byListed,
    unbound: keeper === undefined ? unread : [...unread, { through, why: 'replaceable', by: keeper }],
  };
}

/** No code, or an account with delegated code (EIP-7702). */
function isPerson(code: string): boolean {
  return code === '0x' || code.toLowerCase().startsWith('0xef0100');
}

async function stakeIn(around: Around, want: Want, ask: Ask): Promise<Stake | null> {
  const { setting, user, view } = around;
  const { token: address, tokenType, limit } = want;
  if (user === null) return null;
  if (tokenType === 'collection' || want.itemId !== null) {
    const item = await findItem(ask, want, user, setting);
    return item === null ? null : { asset: { type: item.type, address, id: item.id }, amount: item.id };
  }
  const holding = view.tokens.get(address)?.holding ?? 0n;
  const amount = limit === 'unlimited' ? holding : smaller(limit, holding);
  return amount === 0n ? null : { asset: { type: 'erc20', address }, amount };
}
