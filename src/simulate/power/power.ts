import { type Address, encodeFunctionData, type Hex, parseAbi } from 'viem';
import { addressIn } from '../contractFacts/proxy.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Taker, Unbound } from '../Simulator.ts';
import { smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';
import { type Credit, creditIn, creditReads, isPartOfCredit, standingReads } from './credit.ts';
import { listedCaller } from './listedCaller.ts';
import { findItem, readAll, readCode, readGrantee } from './readGrantee.ts';
import { canPull, hasFunctions, MAX_SELECTORS, selectorsIn } from './selectorsIn.ts';
import { shaped } from './shaped.ts';
import { standingCode } from './standingCode.ts';
import { type Known, type Stake, triedBy, triedReplacing, tryingOf } from './tried.ts';
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

function read(around: Around, wants: readonly Want[]): ExtraStep {
  return async ({ ask }) => {
    const known = await Promise.all(
      wants.map(async (want): Promise<Known> => {
        const [grantee, stake] = await Promise.all([
          readGrantee(ask, want, around.setting),
          stakeIn(around, want, ask),
        ]);
        return { want, grantee, behind: null, stake };
      }),
    );
    const worth = known.filter(({ stake }) => stake !== null);
    const further = worth.some(({ grantee, stake }) => grantee.implementation !== null || stake?.credit !== undefined);
    const next = worth.length === 0 ? null : further ? look(around, worth) : attempt(around, worth);
    return { found: {}, next };
  };
}

/** A proxy's functions stand in the code behind it; a loan's price is what the market says of the user. */
function look(around: Around, known: readonly Known[]): ExtraStep {
  return async ({ ask }) => {
    const seen = await Promise.all(
      known.map(async (one) => {
        const [behind, stake] = await Promise.all([lookBehind(ask, one), lookAtMarket(ask, one.stake, around)]);
        return { ...one, ...behind, stake };
      }),
    );
    const worth = seen.filter(({ stake }) => stake !== null);
    return { found: {}, next: worth.length === 0 ? null : attempt(around, worth) };
  };
}

async function lookBehind(ask: Ask, { grantee }: Known): Promise<Partial<Known>> {
  const { implementation, admin } = grantee;
  if (implementation === null) return {};
  const [behind, owner] = await Promise.all([
    readCode(ask, implementation),
    admin === null ? null : ownerOf(ask, admin),
  ]);
  const named = owner === null ? grantee.named : [owner, ...grantee.named];
  // A proxy that names its admin obeys nobody else, whoever owns the program behind it.
  const keepers = admin === null ? grantee.keepers : [admin, ...(owner === null ? [] : [owner])];
  return { behind, grantee: { ...grantee, named, keepers } };
}

/** Who owns the contract that changes a proxy's program. */
async function ownerOf(ask: Ask, admin: Address): Promise<Address | null> {
  const outcome = await ask({ method: 'eth_call', params: [{ to: admin, data: OWNER }, 'latest'] });
  return addressIn(outcome);
}

async function lookAtMarket(ask: Ask, stake: Stake | null, { setting, user }: Around): Promise<Stake | null> {
  if (stake?.credit === undefined || user === null) return stake;
  const answers = await readAll(ask, setting, standingReads(stake.credit, user));
  const standing = standingCode(stake.credit, user, answers);
  return standing === null ? null : { ...stake, standing };
}

function attempt(around: Around, known: readonly Known[]): ExtraStep {
  return async ({ ask }): Promise<ExtraAnswer> => {
    const [found, bounded] = await Promise.all([
      Promise.all(known.map((one) => tryAll(ask, one, around))),
      Promise.all(known.flatMap(({ want, stake }) => (stake?.credit ? [isPart(ask, want, stake.credit, around)] : []))),
    ]);
    return {
      found: {
        takers: found.flatMap(({ takers }) => takers),
        unbound: found.flatMap(({ unbound }) => unbound),
        ...(bounded.length === 0 ? {} : { boundedCredit: bounded.filter((one) => one !== null) }),
      },
      next: null,
    };
  };
}

async function isPart(ask: Ask, want: Want, credit: Credit, around: Around): Promise<Address | null> {
  return (await isPartOfCredit(ask, want, credit, around)) ? want.through : null;
}

interface Found {
  readonly takers: readonly Taker[];
  readonly unbound: readonly Unbound[];
}

async function tryAll(ask: Ask, known: Known, around: Around): Promise<Found> {
  const { want, grantee, behind, stake } = known;
  const { places } = around.setting;
  const { through, kept } = want;
  const programs = behind === null ? [grantee.code] : [grantee.code, behind];
  const selectors = [...new Set([...grantee.loupe, ...selectorsIn(programs)])].slice(0, MAX_SELECTORS);
  const hidden = programs.some(canPull) && !programs.some(hasFunctions);
  const lasting = kept !== 'paid';
  const unread: readonly Unbound[] = hidden && lasting ? [{ through, why: 'hidden', by: null }] : [];
  if (stake === null || (selectors.length === 0 && !hidden)) return { takers: [], unbound: unread };
  const named = grantee.named.filter((one) => one !== around.user && one !== want.token && one !== through);
  const callers = named.slice(0, MAX_CALLERS);
  const functions = shaped(programs, selectors);
  const how = tryingOf(known, stake, functions, hidden, around);
  const take = async (by: Address, who: Taker['by'], storage: Storage): Promise<readonly Taker[]> => {
    const taken = await triedBy(ask, how, by, storage, around);
    return taken === null ? [] : [{ through, by: who, ...taken }];
  };
  const listed = kept === 'paid' ? [] : [listedCaller(places.sender, programs)];
  const [codes, replaced, byAnyone, byListed, ...byNamed] = await Promise.all([
    Promise.all(callers.map((caller) => readCode(ask, caller))),
    lasting ? triedReplacing(ask, known, stake, callers, around) : null,
    take(places.account, 'anyone', null),
    Promise.all(listed.map((storage) => take(places.sender, 'listed', storage))),
    ...callers.map((caller) => take(caller, caller, null)),
  ]);
  // What a contract may order is for that contract's own rules to say.
  const persons = callers.filter((_, index) => isPerson(codes[index] ?? ''));
  const takers = [...byAnyone, ...byNamed.flat().filter(({ by }) => persons.some((person) => person === by))];
  const keepers = persons.filter((person) => grantee.keepers?.includes(person) !== false);
  const replacing = persons.find((person) => replaced?.has(person) === true);
  const keeper = grantee.implementation === null || grantee.fixed ? undefined : (replacing ?? keepers[0]);
  const idle = replacing === undefined ? {} : ({ idle: true } as const);
  return {
    // Who is on a contract's list says more than that there is a list.
    takers: takers.length > 0 ? takers : byListed.flat(),
    unbound:
      keeper === undefined || !lasting ? unread : [...unread, { through, why: 'replaceable', by: keeper, ...idle }],
  };
}

type Storage = Readonly<Record<Hex, Hex>> | null;

/** No code, or an account with delegated code (EIP-7702). */
function isPerson(code: string): boolean {
  return code === '0x' || code.toLowerCase().startsWith('0xef0100');
}

async function stakeIn(around: Around, want: Want, ask: Ask): Promise<Stake | null> {
  const { setting, user, view } = around;
  const { token: address, tokenType, limit } = want;
  if (user === null) return null;
  if (want.kept === 'debt') {
    const credit = creditIn(want, await readAll(ask, setting, creditReads(address, user)));
    if (credit === null) return null;
    return { asset: { type: 'erc20', address: credit.asset }, amount: credit.amount, credit };
  }
  if (tokenType === 'collection' || want.itemId !== null) {
    const item = await findItem(ask, want, user, setting);
    return item === null ? null : { asset: { type: item.type, address, id: item.id }, amount: item.id };
  }
  const holding = view.tokens.get(address)?.holding ?? 0n;
  const amount = limit === 'unlimited' ? holding : smaller(limit, holding);
  return amount === 0n ? null : { asset: { type: 'erc20', address }, amount };
}

const OWNER = encodeFunctionData({ abi: parseAbi(['function owner() view returns (address)']) });
