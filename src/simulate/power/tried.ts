import { type Address, encodeFunctionData, type Hex, parseAbi } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import type { Around } from '../Extra.ts';
import type { Taker } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import { argumentLists, type Pull, permit2Pull, type Roles, signatureLists, tokenPull } from './argumentLists.ts';
import { type Credit, creditLists } from './credit.ts';
import { givingOf } from './giving.ts';
import { tryHand } from './hand.ts';
import { packedAttempts } from './packedAttempts.ts';
import type { Grantee } from './readGrantee.ts';
import { callsNobody, tryReplacing } from './replace.ts';
import { type Attempts, runTrial } from './runTrial.ts';
import type { Want } from './wantsIn.ts';

/** What of the user's is tried to be taken. */
export interface Stake {
  readonly asset: Asset;
  /** Base units, or an item's id. */
  readonly amount: bigint;
  /** Where a loan is what could be taken. */
  readonly credit?: Credit;
  /** Code that watches how the user stands with the lender. */
  readonly standing?: Hex;
}

export interface Known {
  readonly want: Want;
  readonly grantee: Grantee;
  /** The code behind a proxy, once it was read. */
  readonly behind: Hex | null;
  /** `null` when the user has nothing that could be taken. */
  readonly stake: Stake | null;
}

/** What there is to try of one grantee. */
export interface Trying {
  readonly known: Known;
  readonly stake: Stake;
  readonly selectors: readonly Hex[];
  /** No functions that anybody could name. */
  readonly hidden: boolean;
}

/**
 * What `by` could take through the grantee, or `null`.
 *
 * @param storage the grantee's own, set for the trial: puts `by` on a list it keeps. Slot to word.
 * @throws RpcError when the endpoint would not run it.
 */
export async function triedBy(
  ask: Ask,
  { known: { want }, stake, selectors, hidden }: Trying,
  by: Address,
  storage: Readonly<Record<Hex, Hex>> | null,
  around: Around,
): Promise<Pick<Taker, 'selector' | 'asset' | 'amount' | 'power'> | null> {
  const { user, setting } = around;
  if (user === null) return null;
  const { asset, amount, credit, standing } = stake;
  const { through, kept, token } = want;
  const signer = kept === 'signature' ? { [user]: { code: SIGNER_CODE } } : {};
  const put = storage === null ? {} : { [through]: { stateDiff: storage } };
  const trial = { through, by, giving: givingOf(want, around, user), overrides: { ...signer, ...put } };
  if (kept === 'paid') {
    const taken = await tryHand(ask, want, by, selectors, amount, around);
    return taken && { ...taken, asset, power: 'command' };
  }
  if (credit !== undefined) {
    const { reader } = setting.places;
    const watching = standing === undefined ? {} : { [reader]: { code: standing } };
    const attempts = [{ selectors, lists: creditLists(credit, user, by) }];
    const overrides = { ...trial.overrides, ...watching };
    const taken = await runTrial(ask, { ...trial, watched: { to: reader, data: '0x' }, attempts, overrides }, around);
    return taken && { selector: taken.selector, asset, amount: taken.amount + amount / 2n, power: 'borrow' };
  }
  const roles = { token, user, by, amount };
  // A few functions for show do not make a program readable.
  const packed = hidden || selectors.length <= FOR_SHOW ? packedAttempts(roles) : [];
  const attempts = [...(selectors.length === 0 ? [] : [usual(want, roles, selectors)]), ...packed];
  const taken = await runTrial(ask, { ...trial, watched: holdingRead(asset, token, user), attempts }, around);
  return taken && { ...taken, asset };
}

/** Programs with no more functions than these are tried by packed bytes as well. */
const FOR_SHOW = 4;

function usual(want: Want, roles: Roles, selectors: readonly Hex[]): Attempts {
  const lists = want.kept === 'signature' ? signatureLists(roles) : argumentLists(roles, pullOf(want, roles));
  return { selectors, lists };
}

function pullOf({ kept }: Want, roles: Roles): Pull {
  return kept === 'permit2' ? permit2Pull(roles) : tokenPull(roles);
}

/**
 * Who, of those a proxy names, can give it another program and take by that, where today's program can do nothing with
 * the power. Where it can, an honest keeper would be no different, and nobody is tried.
 */
export async function triedReplacing(
  ask: Ask,
  { want, grantee, behind }: Known,
  { asset, amount }: Stake,
  callers: readonly Address[],
  around: Around,
): Promise<ReadonlySet<Address>> {
  const { user } = around;
  const { through, token, kept } = want;
  if (user === null || behind === null || grantee.fixed || !callsNobody(behind)) return new Set();
  if (kept !== 'token' && kept !== 'permit2') return new Set();
  const { admin } = grantee;
  const giving = givingOf(want, around, user);
  const holding = holdingRead(asset, token, user);
  const able = await Promise.all(
    callers.map((keeper) => {
      const pull =
        asset.type === 'erc1155'
          ? itemPull(token, user, keeper, amount)
          : pullOf(want, { token, user, by: keeper, amount });
      return tryReplacing(ask, { through, admin, keeper, giving, pull, holding }, around);
    }),
  );
  return new Set(callers.filter((_, index) => able[index]));
}

function itemPull(to: Address, user: Address, by: Address, id: bigint): Pull {
  return {
    to,
    data: encodeFunctionData({ abi: ITEM, functionName: 'safeTransferFrom', args: [user, by, id, 1n, '0x'] }),
  };
}

function holdingRead(asset: Asset, to: Address, user: Address): Pull {
  return asset.type === 'erc1155' && asset.id !== null
    ? { to, data: encodeFunctionData({ abi: ITEM, functionName: 'balanceOf', args: [user, asset.id] }) }
    : { to, data: encodeFunctionData({ abi: HOLDING, args: [user] }) };
}

/**
 * Stands in for the signature the user has not given yet: an account with code is asked by ERC-1271, and this one says
 * that every signature is its own. `PUSH4 1626ba7e PUSH1 224 SHL PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN`
 */
const SIGNER_CODE: Hex = '0x631626ba7e60e01b60005260206000f3';

const HOLDING = parseAbi(['function balanceOf(address account) view returns (uint256)']);
const ITEM = parseAbi([
  'function balanceOf(address account, uint256 id) view returns (uint256)',
  'function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes data)',
]);
