import type { EVM } from '@ethereumjs/evm';
import { numberToHex } from 'viem';
import { RpcError } from '../../../errors.ts';
import { smaller } from '../../smaller.ts';
import { intrinsicGas } from '../wire.ts';
import { bytesOf, hexOf } from './bytes.ts';
import { evmAddress, type StateAddress } from './EvmAddress.ts';
import type { NotingState } from './KnownState.ts';
import type { LocalBlock, LocalCall } from './readJob.ts';

/** What is paid back at most, as a share of the gas used (EIP-3529). */
const REFUND_DIVISOR = 5n;
/** EIP-7623: gas for each token of calldata, below which no transaction gets. */
const FLOOR_PER_TOKEN = 10n;
const BLOCK_GAS = 30_000_000n;

/** One transaction, its fee settled as the chain settles it. In the shape of an `eth_simulateV1` call. @throws RpcError */
export async function runTransaction(
  evm: EVM,
  state: NotingState,
  call: LocalCall,
  block: LocalBlock,
): Promise<unknown> {
  const from = evmAddress(call.from);
  const priceWei = block.validation ? priceOf(call, block.baseFeeWei) : 0n;
  const sender = (await state.getAccount(from)) ?? { balance: 0n, nonce: 0n };
  const capWei = block.validation ? (call.gasPriceWei ?? call.maxFeePerGasWei ?? 0n) : 0n;
  if (block.validation && sender.balance < call.gas * capWei + call.valueWei) {
    throw new RpcError('insufficient funds for gas * price + value', { code: -38014 });
  }
  const intrinsic = intrinsicGas(call);
  if (call.gas < intrinsic) throw new RpcError('intrinsic gas too low', { code: -38013 });
  await state.modifyAccountFields(from, {
    balance: sender.balance - call.gas * priceWei,
    // A creation counts it itself.
    nonce: call.to === null ? sender.nonce : sender.nonce + 1n,
  });
  state.originalStorageCache.clear();
  evm.journal.addAlwaysWarmAddress(call.from.slice(2));
  evm.journal.addAlwaysWarmAddress(block.feeRecipient.slice(2));
  if (call.to !== null) evm.journal.addAlwaysWarmAddress(call.to.slice(2));
  const { execResult } = await evm.runCall({
    caller: from,
    origin: from,
    ...(call.to === null ? {} : { to: evmAddress(call.to) }),
    data: bytesOf(call.data),
    value: call.valueWei,
    gasLimit: call.gas - intrinsic,
    gasPrice: priceWei,
    block: { header: headerOf(block) },
  });
  await evm.journal.cleanup();
  const failed = execResult.exceptionError;
  const gross = intrinsic + execResult.executionGasUsed;
  const refund = failed === undefined ? smaller(execResult.gasRefund ?? 0n, gross / REFUND_DIVISOR) : 0n;
  const used = gross - refund > floorOf(call) ? gross - refund : floorOf(call);
  await add(state, from, (call.gas - used) * priceWei);
  const tipWei = priceWei > block.baseFeeWei ? priceWei - block.baseFeeWei : 0n;
  await add(state, evmAddress(block.feeRecipient), used * tipWei);
  return {
    status: failed === undefined ? '0x1' : '0x0',
    gasUsed: numberToHex(used),
    returnData: hexOf(execResult.returnValue),
    logs:
      failed === undefined
        ? (execResult.logs ?? []).map(([address, topics, data]) => logOf(address, topics, data))
        : [],
    ...(failed === undefined ? {} : { error: { code: 3, message: wordsOf(failed.error) } }),
  };
}

/** As nodes word it. */
function wordsOf(error: string): string {
  return error === 'revert' ? 'execution reverted' : error;
}

function priceOf({ gasPriceWei, maxFeePerGasWei, maxPriorityFeePerGasWei }: LocalCall, baseFeeWei: bigint): bigint {
  if (gasPriceWei !== null) return gasPriceWei;
  if (maxFeePerGasWei === null) return 0n;
  if (maxFeePerGasWei < baseFeeWei) {
    throw new RpcError('max fee per gas less than block base fee', { code: -38012 });
  }
  return smaller(maxFeePerGasWei, baseFeeWei + maxPriorityFeePerGasWei);
}

function floorOf({ data }: LocalCall): bigint {
  let tokens = 0n;
  for (let at = 2; at < data.length; at += 2) tokens += data.startsWith('00', at) ? 1n : 4n;
  return 21_000n + FLOOR_PER_TOKEN * tokens;
}

async function add(state: NotingState, address: StateAddress, wei: bigint): Promise<void> {
  if (wei === 0n) return;
  const account = await state.getAccount(address);
  await state.modifyAccountFields(address, { balance: (account?.balance ?? 0n) + wei });
}

function headerOf(block: LocalBlock) {
  return {
    number: block.number,
    coinbase: evmAddress(block.feeRecipient),
    timestamp: block.timeSeconds,
    difficulty: 0n,
    prevRandao: bytesOf(numberToHex(block.prevRandao, { size: 32 })),
    gasLimit: BLOCK_GAS,
    baseFeePerGas: block.baseFeeWei,
    getBlobGasPrice: () => 1n,
  };
}

function logOf(address: Uint8Array, topics: readonly Uint8Array[], data: Uint8Array): unknown {
  return { address: hexOf(address), topics: topics.map(hexOf), data: hexOf(data) };
}
