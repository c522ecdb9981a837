import type { Hex } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import type { Around, Extra, ExtraAnswer, ExtraStep } from '../Extra.ts';
import type { Taker } from '../Simulator.ts';
import { smaller } from '../smaller.ts';
import type { Ask } from '../trip.ts';
import { findItem, type Grantee, readCode, readGrantee } from './readGrantee.ts';
import { runTrial } from './runTrial.ts';
import { selectorsIn } from './selectorsIn.ts';
import { type Want, wantsIn } from './wantsIn.ts';

/**
 * Who could use a power this request gives to a contract that no registry knows: its code is read, and in simulation
 * everybody it names, and a stranger, tries to make it take the user's assets. A take is a proof; none proves nothing.
 *
 * Blind spots: owners kept in mappings or behind another contract, functions that want a signature or arguments nobody
 * would guess, a check that its caller has no code.
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
    const found = await Promise.all(
      known.map(async ({ want, grantee, stake }) => {
        const selectors = selectorsIn(grantee.code);
        if (stake === null || selectors.length === 0) return [];
        const stranger = around.setting.places.account;
        const named = grantee.named.filter((one) => one !== around.user && one !== want.token && one !== want.through);
        const tried = await Promise.all(
          [stranger, ...named.slice(0, MAX_CALLERS)].map(async (by) => {
            // What a contract may order is for that contract's own rules to say.
            const [code, taken] = await Promise.all([
              by === stranger ? Promise.resolve(NO_CODE) : readCode(ask, by),
              runTrial(ask, { want, by, selectors, ...stake }, around),
            ]);
            return taken === null || !isPerson(code) ? null : { by, taken };
          }),
        );
        return tried.flatMap((one): readonly Taker[] => {
          if (one === null) return [];
          const { by, taken } = one;
          const who: Taker['by'] = by === stranger ? 'anyone' : by;
          return [
            { through: want.through, by: who, selector: taken.selector, asset: stake.asset, amount: taken.amount },
          ];
        });
      }),
    );
    return { found: { takers: found.flat() }, next: null };
  };
}

/** No code, or an account with delegated code (EIP-7702). */
function isPerson(code: Hex): boolean {
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

const NO_CODE: Hex = '0x';
