import { createEVM, type EVM } from '@ethereumjs/evm';
import { numberToHex } from 'viem';
import { RpcError } from '../../../errors.ts';
import type { Rpc } from '../../rpc.ts';
import type { LocalJob } from '../LocalEvm.ts';
import { bytesOf, trimmed } from './bytes.ts';
import { evmAddress } from './EvmAddress.ts';
import { fetchMisses, fill, type KnownState, type Misses, NotingState, noMisses } from './KnownState.ts';
import { type LocalBlock, readJob } from './readJob.ts';
import { runTransaction } from './runTransaction.ts';

/** Runs that found something missing, before it is given up. */
const MAX_ROUNDS = 12;

/**
 * One `eth_simulateV1` on state fetched as it is needed: run, fetch what was missing in one round trip, run again, until
 * a run lacked nothing.
 *
 * @throws RpcError
 */
export async function runLocally(job: LocalJob, rpc: Rpc, signal: AbortSignal): Promise<unknown> {
  const block = readJob(job.params);
  const known: KnownState = { accounts: new Map(), slots: new Map(), hashes: new Map() };
  let misses = firstMisses(job, block);
  // State of one block throughout, whatever comes in between.
  const at = numberToHex(block.number - 1n);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    await fetchMisses(known, misses, at, rpc, signal);
    misses = noMisses();
    const calls = await runOnce(block, job.chainId, known, misses);
    if (misses.accounts.size + misses.slots.size + misses.hashes.size > 0) continue;
    return [
      {
        number: numberToHex(block.number),
        timestamp: numberToHex(block.timeSeconds),
        baseFeePerGas: numberToHex(block.baseFeeWei),
        calls,
        ...HEADER_REST,
      },
    ];
  }
  throw new RpcError('The local EVM kept asking for more state.');
}

/** What a reader of blocks expects beside what is used. */
const HEADER_REST = { gasLimit: '0x0', gasUsed: '0x0', size: '0x0', difficulty: '0x0', transactions: [] } as const;

function firstMisses({ touched }: LocalJob, { calls, feeRecipient }: LocalBlock): Misses {
  const misses = noMisses();
  misses.accounts.add(feeRecipient.toLowerCase());
  for (const { from, to } of calls) {
    misses.accounts.add(from.toLowerCase());
    if (to !== null) misses.accounts.add(to.toLowerCase());
  }
  for (const { address, slots } of touched) {
    misses.accounts.add(address);
    for (const slot of slots) misses.slots.add(`${address} ${slot}`);
  }
  return misses;
}

async function runOnce(block: LocalBlock, chainId: number, known: KnownState, misses: Misses): Promise<unknown[]> {
  const state = new NotingState();
  await fill(state, known);
  await override(state, block);
  const hashOf = (number: bigint): Uint8Array => {
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
