import { type Address, concatHex, encodeFunctionData, type Hex, parseAbi } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import type { Around } from '../Extra.ts';
import type { Taker } from '../Simulator.ts';
import type { Ask } from '../trip.ts';
import {
  argumentLists,
  forwardLists,
  type Pull,
  permit2Pull,
  plainLists,
  type Roles,
  signatureLists,
  signaturePull,
  tokenPull,
} from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';
import { type Credit, creditLists } from './credit.ts';
import { givingOf } from './giving.ts';
import { type HandAttempts, handAttempts, tryHand } from './hand.ts';
import { packedAttempts } from './packedAttempts.ts';
import type { Grantee } from './readGrantee.ts';
import { callsNobody, tryReplacing } from './replace.ts';
import { type Attempts, type Prepared, prepared, runTrial } from './runTrial.ts';
import { attemptsFor, type Shaped } from './shaped.ts';
import { shapedForwards, shapedPulls } from './shapedLists.ts';
import { type SignedTransfer, signedPull, signedTransfer } from './signedTransfer.ts';
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
  readonly attempts: readonly Prepared[];
  /** Where nothing lasts but what is paid. */
  readonly hand: HandAttempts | null;
}

/** What everybody tries, written once: whatever is taken goes to the same stranger. */
export function tryingOf(
  known: Known,
  stake: Stake,
  functions: readonly Shaped[],
  hidden: boolean,
  around: Around,
): Trying {
  const paid = known.want.kept === 'paid';
  return {
    known,
    stake,
    attempts: paid ? [] : attemptsOf({ want: known.want, stake }, functions, hidden, around),
    hand: paid ? handAttempts(known.want, functions, stake.amount, around) : null,
  };
}

function attemptsOf(
  { want, stake }: Pick<Known, 'want'> & { readonly stake: Stake },
  functions: readonly Shaped[],
  hidden: boolean,
  around: Around,
): readonly Prepared[] {
  const { user, setting } = around;
  const { asset, amount, credit } = stake;
  const { through, token } = want;
  const { account: by, reader } = setting.places;
  if (user === null) return [];
  if (credit !== undefined) {
    const lists = (shape: Shape | null): readonly Hex[] => creditLists(credit, user, by, shape);
    return prepared(through, { to: reader, data: '0x' }, attemptsFor(functions, lists));
  }
  const roles = { token, user, by, amount };
  // A few functions for show do not make a program readable.
  const count = functions.reduce((sum, { selectors }) => sum + selectors.length, 0);
  const packed = hidden || count <= FOR_SHOW ? packedAttempts(roles) : [];
  return prepared(through, holdingRead(asset, token, user), [
    ...usual(want, stake, roles, functions, signedTransfer(around)),
    ...packed,
  ]);
}

/**
 * What `by` could take through the grantee, or `null`.
 *
 * @param storage the grantee's own, set for the trial: puts `by` on a list it keeps. Slot to word.
 * @throws RpcError when the endpoint would not run it.
 */
export async function triedBy(
  ask: Ask,
  { known: { want }, stake, attempts, hand }: Trying,
  by: Address,
  storage: Readonly<Record<Hex, Hex>> | null,
  around: Around,
): Promise<Pick<Taker, 'selector' | 'asset' | 'amount' | 'power'> | null> {
  const { user, setting } = around;
  if (user === null) return null;
  const { asset, amount, credit, standing } = stake;
  const { through, kept } = want;
  if (hand !== null) {
    const taken = await tryHand(ask, want, by, hand, around);
    return taken && { ...taken, asset, power: 'command' };
  }
  const signer = kept === 'signature' ? { [user]: { code: signerCode(around.query.digest) } } : {};
  const put = storage === null ? {} : { [through]: { stateDiff: storage } };
  const watching = standing === undefined ? {} : { [setting.places.reader]: { code: standing } };
  const giving = givingOf(want, around, user);
  const taken = await runTrial(ask, { by, giving, attempts, overrides: { ...signer, ...put, ...watching } }, around);
  if (taken === null || credit === undefined) return taken && { ...taken, asset };
  return { selector: taken.selector, asset, amount: taken.amount + amount / 2n, power: 'borrow' };
}

/** Programs with no more functions than these are tried by packed bytes as well. */
const FOR_SHOW = 4;

function usual(
  want: Want,
  stake: Stake,
  roles: Roles,
  functions: readonly Shaped[],
  signed: SignedTransfer | null,
): readonly Attempts[] {
  return attemptsFor(functions, (shape) => {
    if (want.kept === 'signature') return signatureAttempts(roles, shape, signed);
    const pull = pullOf(want, stake, roles);
    if (shape === null) return argumentLists(roles, pull);
    const plain = shape.offsets.length === 0 ? plainLists(roles) : shapedForwards(pull, shape);
    return [...new Set([...shapedPulls(shape, roles, pull.to), ...plain])];
  });
}

function signatureAttempts(roles: Roles, shape: Shape | null, signed: SignedTransfer | null): readonly Hex[] {
  const permitted = signed?.permitted.find(({ token }) => token.toLowerCase() === roles.token);
  const pull = signed === null ? signaturePull(roles) : signedPull(signed, roles);
  const passed = shape === null ? forwardLists(pull) : shapedForwards(pull, shape);
  if (signed === null) return [...signatureLists(roles), ...passed];
  return permitted === undefined ? passed : [...signatureLists(roles, { ...signed, ...permitted }), ...passed];
}

function pullOf({ kept }: Want, { asset }: Stake, roles: Roles): Pull {
  if (asset.type === 'erc1155') return itemPull(roles.token, roles.user, roles.by, roles.amount);
  return kept === 'permit2' ? permit2Pull(roles) : tokenPull(roles);
}

/**
 * Who, of those a proxy names, can give it another program and take by that, where today's program can do nothing with
 * the power. Where it can, an honest keeper would be no different, and nobody is tried.
 */
export async function triedReplacing(
  ask: Ask,
  { want, grantee, behind }: Known,
  stake: Stake,
  callers: readonly Address[],
  around: Around,
): Promise<ReadonlySet<Address>> {
  const { user } = around;
  const { through, token, kept } = want;
  if (user === null || behind === null || grantee.fixed || !callsNobody(behind)) return new Set();
  if (kept !== 'token' && kept !== 'permit2') return new Set();
  const { asset, amount } = stake;
  const { admin } = grantee;
  const giving = givingOf(want, around, user);
  const holding = holdingRead(asset, token, user);
  const able = await Promise.all(
    callers.map((keeper) => {
      const pull = pullOf(want, stake, { token, user, by: keeper, amount });
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
 * that it signed the one thing it is asked to sign, or, where nobody knows its hash, anything.
 *
 *     PUSH4 1626ba7e PUSH1 224 SHL  PUSH32 digest PUSH1 4 CALLDATALOAD EQ MUL  PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN
 */
function signerCode(digest: Hex | undefined): Hex {
  const only: Hex = digest === undefined ? '0x' : concatHex(['0x7f', digest, '0x6004351402']);
  return concatHex(['0x631626ba7e60e01b', only, '0x60005260206000f3']);
}
const HOLDING = parseAbi(['function balanceOf(address account) view returns (uint256)']);
const ITEM = parseAbi([
  'function balanceOf(address account, uint256 id) view returns (uint256)',
  'function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes data)',
]);
