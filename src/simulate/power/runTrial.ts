import type { Address, Hex } from 'viem';
import { numberToHex } from 'viem';
import { RpcError } from '../../errors.ts';
import type { Around } from '../Extra.ts';
import { MAX_TRANSACTION_GAS, type Read } from '../probeCode.ts';
import { readAddress, readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Ask } from '../trip.ts';
import { encodeTrial, readNote, type Taken, TRIAL_CODE } from './trialCode.ts';

/** Who tries what, and what is watched meanwhile. */
export interface Trial {
  /** Whom it would obey. */
  readonly by: Address;
  /** What gives the power, before anything is tried. All of it must run through. */
  readonly giving: readonly Giving[];
  /** From `prepared`, for the same contract and the same number. */
  readonly attempts: readonly Prepared[];
  /** Further state that is set for the trial. */
  readonly overrides: Readonly<Record<Address, object>>;
}

/** Attempts as one call makes them. */
export interface Prepared {
  readonly selectors: readonly Hex[];
  readonly data: Hex;
}

export interface Giving {
  readonly from: Address;
  readonly to: Address | null;
  readonly valueWei: bigint;
  readonly data: Hex;
}

/** Every selector is tried with every list. */
export interface Attempts {
  readonly selectors: readonly Hex[];
  readonly lists: readonly Hex[];
}

/** Attempts in one call: some tokens read a balance through three contracts, and a call's gas has an end. */
const CHUNK = 350;
/** Room for all of them in the simulated block. */
const BLOCK_GAS = numberToHex(1n << 28n);

/** Gas for each call of the user's that gives the power. */
const GIVING_GAS = 3_000_000n;

/**
 * Gives the power as the request would, then has `by` try every function of the grantee with every likely argument.
 *
 * @returns the largest take, or `null` when what is watched never fell.
 * @throws RpcError when the endpoint would not run it.
 */
export async function runTrial(ask: Ask, trial: Trial, around: Around): Promise<Taken | null> {
  const { by, attempts, giving, overrides } = trial;
  const gas = numberToHex(MAX_TRANSACTION_GAS);
  const calls = attempts.map(({ data }) => ({ from: by, to: by, data, gas }));
  const state = { ...overrides, [by]: { code: TRIAL_CODE } };
  const answers = await simulate(ask, around, state, [...giving.map(asCall), ...calls]);
  return worstIn(answers, giving.length, by, attempts);
}

/**
 * Written once, whoever tries them.
 *
 * @param through the contract whose functions are tried.
 * @param watched a number that falls when something is taken: one word, from 68 bytes of calldata at most.
 */
export function prepared(through: Address, watched: Read, attempts: readonly Attempts[]): readonly Prepared[] {
  const read = { through, token: watched.to, holding: watched.data };
  return attempts
    .flatMap(chunksOf)
    .map((some) => ({ selectors: some.selectors, data: encodeTrial({ ...read, ...some }) }));
}

/**
 * Calls one after another in the block that the request would land in. The senders may be accounts with code.
 *
 * @throws RpcError when the endpoint would not run it.
 */
export async function simulate(
  ask: Ask,
  { header, setting }: Around,
  stateOverrides: Readonly<Record<Address, object>>,
  calls: readonly object[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
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
            stateOverrides,
            calls,
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
  const block = readRecord(readArray(outcome.result, 'the trial')[0], 'the trial');
  const answers = readArray(block.calls, 'the trial’s calls').map((call) => readRecord(call, 'a call of the trial'));
  if (answers.length !== calls.length) throw new RpcError('The RPC ran another trial than it was given.');
  return answers;
}

/** A giving as the endpoint wants it. */
export function asCall({ from, to, valueWei, data }: Giving): object {
  const target = to === null ? {} : { to };
  return { from, ...target, value: numberToHex(valueWei), data, gas: numberToHex(GIVING_GAS) };
}

function chunksOf({ selectors, lists }: Attempts): readonly Attempts[] {
  const functions = Math.max(1, Math.floor(CHUNK / lists.length));
  return slices(lists, CHUNK).flatMap((some) =>
    slices(selectors, functions).map((few) => ({ selectors: few, lists: some })),
  );
}

function slices(all: readonly Hex[], count: number): readonly (readonly Hex[])[] {
  return Array.from({ length: Math.ceil(all.length / count) }, (_, index) =>
    all.slice(index * count, (index + 1) * count),
  );
}

function worstIn(
  calls: readonly Readonly<Record<string, unknown>>[],
  giving: number,
  by: Address,
  inputs: readonly { readonly selectors: readonly Hex[] }[],
): Taken | null {
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
