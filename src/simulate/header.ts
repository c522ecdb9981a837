import type { Address } from 'viem';
import { readAddress, readQuantity, readRecord, readUint64 } from './rpcValue.ts';

/** What the next block is predicted from. */
export interface Header {
  readonly number: bigint;
  readonly timeSeconds: bigint;
  readonly feeRecipient: Address;
  /** Wei; `null` on chains without EIP-1559. */
  readonly baseFeeWei: bigint | null;
  readonly gasLimit: bigint;
  readonly gasUsed: bigint;
}

/** Seconds between Ethereum's blocks. */
export const SLOT_SECONDS = 12n;

/** EIP-1559: the base fee aims at half-full blocks and moves by at most an eighth. */
const ELASTICITY = 2n;
const MAX_CHANGE_DENOMINATOR = 8n;

/** Reads an `eth_getBlockByNumber` answer. @throws RpcError */
export function readHeader(answer: unknown): Header {
  const block = readRecord(answer, 'the latest block');
  const baseFee = block.baseFeePerGas;
  return {
    number: readUint64(block.number, "the latest block's number"),
    timeSeconds: readUint64(block.timestamp, "the latest block's time"),
    feeRecipient: readAddress(block.miner, "the latest block's fee recipient"),
    baseFeeWei: baseFee === undefined || baseFee === null ? null : readQuantity(baseFee, "the latest block's base fee"),
    gasLimit: readUint64(block.gasLimit, "the latest block's gas limit"),
    gasUsed: readUint64(block.gasUsed, "the latest block's gas"),
  };
}

/**
 * Base fee of the block after `header` (EIP-1559). Chains with parameters of their own are met closely enough: what a
 * red pill asks is whether it is zero.
 */
export function nextBaseFeeWei(header: Header): bigint | null {
  const { baseFeeWei, gasLimit, gasUsed } = header;
  if (baseFeeWei === null) return null;
  const target = gasLimit / ELASTICITY;
  if (target === 0n || gasUsed === target) return baseFeeWei;
  if (gasUsed > target) {
    const rise = (baseFeeWei * (gasUsed - target)) / target / MAX_CHANGE_DENOMINATOR;
    return baseFeeWei + (rise > 1n ? rise : 1n);
  }
  return baseFeeWei - (baseFeeWei * (target - gasUsed)) / target / MAX_CHANGE_DENOMINATOR;
}
