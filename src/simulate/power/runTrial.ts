import { type Address, encodeFunctionData, type Hex, maxUint256, numberToHex, parseAbi } from 'viem';
import type { Asset } from '../../decode/Action.ts';
import { RpcError } from '../../errors.ts';
import type { Around } from '../Extra.ts';
import { PERMIT2_ADDRESS } from '../permit2.ts';
import { MAX_TRANSACTION_GAS } from '../probeCode.ts';
import { readAddress, readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Ask } from '../trip.ts';
import { argumentLists, permit2Pull, signatureLists, tokenPull } from './argumentLists.ts';
import { encodeTrial, readNote, type Taken, TRIAL_CODE } from './trialCode.ts';
import type { Want } from './wantsIn.ts';

export interface Trial {
  readonly want: Want;
  /** Whom the grantee would obey. */
  readonly by: Address;
  readonly selectors: readonly Hex[];
  /** What is tried to be taken: base units, or an item's id. */
  readonly amount: bigint;
  readonly asset: Asset;
  /** Storage of the grantee's that is set for the trial: puts `by` on a list the contract keeps. Slot to word. */
  readonly storage: Readonly<Record<Hex, Hex>> | null;
}

/**
 * Stands in for the signature the user has not given yet: an account with code is asked by ERC-1271, and this one says
 * that every signature is its own. `PUSH4 1626ba7e PUSH1 224 SHL PUSH1 0 MSTORE PUSH1 32 PUSH1 0 RETURN`
 */
const SIGNER_CODE: Hex = '0x631626ba7e60e01b60005260206000f3';

/** Functions tried in one call: some tokens read a balance through three contracts, and a call's gas has an end. */
const CHUNK = 8;
/** Room for all of them in the simulated block. */
const BLOCK_GAS = numberToHex(1n << 27n);

/** Gas for each call of the user's that gives the power. */
const GIVING_GAS = 3_000_000n;

/**
 * Gives the power as the request would, then has `by` try every function of the grantee with every likely argument.
 *
 * @returns the largest take, or `null` when nothing left the user's account.
 * @throws RpcError when the endpoint would not run it.
 */
export async function runTrial(ask: Ask, trial: Trial, around: Around): Promise<Taken | null> {
  const { by, want, selectors, amount, asset, storage } = trial;
  const { header, setting, user } = around;
  if (user === null) return null;
  const roles = { token: want.token, user, by, amount };
  const bySignature = want.kept === 'signature';
  const pull = want.kept === 'permit2' ? permit2Pull(roles) : tokenPull(roles);
  const lists = bySignature ? signatureLists(roles) : argumentLists(roles, pull);
  const inputs = chunksOf(selectors).map((some) => ({
    through: want.through,
    token: want.token,
    holding: holdingCall(asset, user),
    selectors: some,
    lists,
  }));
  const giving = callsGiving(want, around, user);
  const gas = numberToHex(MAX_TRANSACTION_GAS);
  const outcome = await ask({
    method: 'eth_simulateV1',
    params: [
      {
        blockStateCalls: [
          {
            blockOverrides: {
              number: numberToHex(header.number + 1n),
              time: numberToHex(setting.timeSeconds),
              gasLimit: BLOCK_GAS,
              feeRecipient: header.feeRecipient,
              prevRandao: numberToHex(setting.prevRandao, { size: 32 }),
            },
            stateOverrides: {
              [by]: { code: TRIAL_CODE },
              ...(bySignature ? { [user]: { code: SIGNER_CODE } } : {}),
              ...(storage === null ? {} : { [want.through]: { stateDiff: storage } }),
            },
            calls: [...giving, ...inputs.map((input) => ({ from: by, to: by, data: encodeTrial(input), gas }))],
          },
        ],
        // The address has code for the trial's sake, which EIP-3607 forbids a sender.
        validation: false,
        traceTransfers: false,
      },
      'latest',
    ],
  });
  if (!outcome.ok) throw outcome.error;
  return worstIn(outcome.result, giving.length, by, inputs);
}

function callsGiving(want: Want, { scenario }: Around, user: Address): readonly object[] {
  const gas = numberToHex(GIVING_GAS);
  if (!want.bySignature) {
    return (scenario?.calls ?? []).map(({ to, valueWei, data }) => ({
      from: user,
      ...(to === null ? {} : { to }),
      value: numberToHex(valueWei),
      data,
      gas,
    }));
  }
  return asCalls(want).map(({ to, data }) => ({ from: user, to, data, gas }));
}

/** What using the signature would come to, as calls of the user's own. */
function asCalls({ through, token, tokenType, limit, itemId, kept }: Want): readonly { to: Address; data: Hex }[] {
  const amount = limit === 'unlimited' ? maxUint256 : limit;
  if (kept === 'signature') return [];
  if (kept === 'permit2') {
    const capped = amount > MAX_UINT160 ? MAX_UINT160 : amount;
    const args = [token, through, capped, MAX_UINT48] as const;
    return [{ to: PERMIT2_ADDRESS, data: encodeFunctionData({ abi: PERMIT2, functionName: 'approve', args }) }];
  }
  if (tokenType === 'erc20' || itemId !== null) {
    const args = [through, itemId ?? amount] as const;
    return [{ to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'approve', args }) }];
  }
  const args = [through, true] as const;
  return [{ to: token, data: encodeFunctionData({ abi: TOKEN, functionName: 'setApprovalForAll', args }) }];
}

function holdingCall(asset: Asset, user: Address): Hex {
  return asset.type === 'erc1155' && asset.id !== null
    ? encodeFunctionData({ abi: HOLDING_OF_ITEM, args: [user, asset.id] })
    : encodeFunctionData({ abi: HOLDING, args: [user] });
}

function chunksOf(selectors: readonly Hex[]): readonly (readonly Hex[])[] {
  const count = Math.ceil(selectors.length / CHUNK);
  return Array.from({ length: count }, (_, index) => selectors.slice(index * CHUNK, (index + 1) * CHUNK));
}

function worstIn(
  answer: unknown,
  giving: number,
  by: Address,
  inputs: readonly { readonly selectors: readonly Hex[] }[],
): Taken | null {
  const block = readRecord(readArray(answer, 'the trial')[0], 'the trial');
  const calls = readArray(block.calls, 'the trial’s calls').map((call) => readRecord(call, 'a call of the trial'));
  if (calls.length !== giving + inputs.length) throw new RpcError('The RPC ran another trial than it was given.');
  if (calls.slice(0, giving).some(({ status }) => status !== '0x1')) return null;
  const tried = calls.slice(giving);
  const found = tried.flatMap(({ status, logs }, index) => {
    const input = inputs[index];
    return status === '0x1' && input !== undefined ? takenIn(logs, by, input) : [];
  });
  // A part that burned all its gas hides what it would have shown.
  if (found.length === 0 && tried.some(({ status }) => status !== '0x1')) throw new RpcError('The trial did not run.');
  return found.reduce<Taken | null>((worst, one) => (worst === null || one.amount > worst.amount ? one : worst), null);
}

function takenIn(logs: unknown, by: Address, input: { readonly selectors: readonly Hex[] }): readonly Taken[] {
  return readArray(logs ?? [], 'the trial’s notes').flatMap((each) => {
    const log = readRecord(each, 'a note');
    const own = readAddress(log.address, 'a note') === by && readArray(log.topics, 'a note').length === 0;
    const taken = own ? readNote(readBytes(log.data, 'a note'), input) : null;
    return taken === null ? [] : [taken];
  });
}

const MAX_UINT160 = (1n << 160n) - 1n;
const MAX_UINT48 = 2 ** 48 - 1;

const PERMIT2 = parseAbi(['function approve(address token, address spender, uint160 amount, uint48 expiration)']);
const TOKEN = parseAbi([
  'function approve(address spender, uint256 amount)',
  'function setApprovalForAll(address operator, bool approved)',
]);
const HOLDING = parseAbi(['function balanceOf(address account) view returns (uint256)']);
const HOLDING_OF_ITEM = parseAbi(['function balanceOf(address account, uint256 id) view returns (uint256)']);
