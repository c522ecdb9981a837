import { createEVM, type EVM } from '@ethereumjs/evm';
import { numberToHex } from 'viem';
import { RpcError } from '../../../errors.ts';
import type { Rpc } from '../../rpc.ts';
import { readQuantity } from '../../rpcValue.ts';
import type { LocalJob } from '../LocalEvm.ts';
import { bytesOf, trimmed } from './bytes.ts';
import { evmAddress } from './EvmAddress.ts';
import { fetchMisses, fill, type KnownState, type Misses, NotingState, noMisses } from './KnownState.ts';
import { type LocalBlock, readJob } from './readJob.ts';
import { runTransaction } from './runTransaction.ts';

/** Runs that found something missing, before it is given up. */
const MAX_ROUNDS = 12;

/**
 * Every `eth_simulateV1` of a job on one state fetched as it is needed: run, fetch what was missing in one round trip, run
 * again, until a run lacked nothing. What is found out for the first serves the others, which wait for it.
 *
 * @throws RpcError
 */
export async function runLocally(job: LocalJob, rpc: Rpc, signal: AbortSignal): Promise<unknown> {
  const blocks = job.params.slice(0, -1).map(readJob);
  const state = readQuantity(job.params.at(-1), 'the block to run upon');
  const known: KnownState = { accounts: new Map(), slots: new Map(), hashes: new Map() };
  const answers = new Map<LocalBlock, unknown>();
  let misses = firstMisses(job, blocks);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // State of one block throughout, whatever comes in between.
    await fetchMisses(known, misses, numberToHex(state), rpc, signal);
    misses = noMisses();
    for (const block of blocks) {
      if (answers.has(block)) continue;
      const own = noMisses();
      const answer = await answerOf(block, { chainId: job.chainId, known, misses: own, state });
      if (own.accounts.size + own.slots.size + own.hashes.size === 0) answers.set(block, answer);
      for (const kind of ['accounts', 'slots'] as const) for (const each of own[kind]) misses[kind].add(each);
      for (const each of own.hashes) misses.hashes.add(each);
      if (block === blocks[0] && !answers.has(block)) break;
    }
    if (answers.size === blocks.length) return blocks.map((block) => answers.get(block));
  }
  throw new RpcError('The local EVM kept asking for more state.');
}

interface Upon {
  readonly chainId: number;
  readonly known: KnownState;
  readonly misses: Misses;
  /** The block whose state is known. */
  readonly state: bigint;
}

async function answerOf(block: LocalBlock, upon: Upon): Promise<unknown> {
  try {
    const calls = await runOnce(block, upon);
    return {
      result: [
        {
          number: numberToHex(block.number),
          timestamp: numberToHex(block.timeSeconds),
          baseFeePerGas: numberToHex(block.baseFeeWei),
          calls,
        },
      ],
    };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { error: error.message, ...(error.code === undefined ? {} : { code: error.code }) };
  }
}

function firstMisses({ touched }: LocalJob, blocks: readonly LocalBlock[]): Misses {
  const misses = noMisses();
  for (const { feeRecipient, calls } of blocks) {
    misses.accounts.add(feeRecipient.toLowerCase());
    for (const { from, to } of calls) {
      misses.accounts.add(from.toLowerCase());
      if (to !== null) misses.accounts.add(to.toLowerCase());
    }
  }
  for (const { address, slots } of touched) {
    misses.accounts.add(address);
    for (const slot of slots) misses.slots.add(`${address} ${slot}`);
  }
  return misses;
}

async function runOnce(block: LocalBlock, { chainId, known, misses, state: upon }: Upon): Promise<unknown[]> {
  const state = new NotingState();
  await fill(state, known);
  await override(state, block);
  const hashOf = (number: bigint): Uint8Array => {
    // A block that is yet to come: some hash, and another one in every run.
    if (number > upon) return bytesOf(numberToHex(block.prevRandao ^ (number << 128n), { size: 32 }));
    const hash = known.hashes.get(number);
    if (hash === undefined) misses.hashes.add(number);
    return bytesOf(hash ?? `0x${'0'.repeat(64)}`);
  };
  const blockchain = {
    getBlock: async (number: number) => ({ hash: () => hashOf(BigInt(number)) }),
    putBlock: async () => undefined,
    shallowCopy: () => blockchain,
  };
  const evm: EVM = await createEVM({ stateManager: state, blockchain });
  evm.common.chainId = () => BigInt(chainId);
  // EIP-3651 and the precompiles: warm, and never fetched.
  for (let index = 0; index <= 17; index += 1) {
    const address = evmAddress(numberToHex(index, { size: 20 }));
    if (!known.accounts.has(address.toString())) await state.putAccount(address, undefined);
  }
  state.misses = misses;
  const answers: unknown[] = [];
  for (const call of block.calls) answers.push(await runTransaction(evm, state, call, block));
  return answers;
}

async function override(state: NotingState, { overrides }: LocalBlock): Promise<void> {
  for (const [key, { balance, code, stateDiff }] of overrides) {
    const address = evmAddress(key);
    if (code !== null) await state.putCode(address, bytesOf(code));
    if (balance !== null) await state.modifyAccountFields(address, { balance });
    for (const [slot, value] of stateDiff) await state.putStorage(address, bytesOf(slot), trimmed(value));
  }
}
