import { parseTransaction } from 'viem';
import { byteLength, readAddress, readHex } from '../text/hex.ts';
import { Unreadable } from './fields.ts';
import type { Ask } from './SigningRequest.ts';

/**
 * `eth_sendRawTransaction` and kin: `[bytes]`, already signed. The sender is who signed it, which is not worked out
 * here: `from` is `null`.
 */
export function readRawTransaction(params: readonly unknown[]): Ask {
  const read = readHex(Array.isArray(params[0]) ? params[0][0] : params[0]);
  if (read === null || byteLength(read.hex) === 0) throw new Unreadable('bad-params', 'the raw transaction is not hex');
  const raw = parsed(read.hex);
  return {
    kind: 'transaction',
    send: true,
    transaction: {
      from: null,
      to: readAddress(raw.to),
      valueWei: raw.value ?? 0n,
      data: raw.data ?? '0x',
      gas: raw.gas ?? null,
      gasPriceWei: raw.gasPrice ?? null,
      maxFeePerGasWei: raw.maxFeePerGas ?? null,
      maxPriorityFeePerGasWei: raw.maxPriorityFeePerGas ?? null,
      nonce: raw.nonce === undefined ? null : BigInt(raw.nonce),
      chainId: raw.chainId ?? null,
      authorizations: (raw.authorizationList ?? []).map((item) => ({
        chainId: BigInt(item.chainId),
        delegate: item.address,
        nonce: BigInt(item.nonce),
      })),
      oddities: read.oddities,
      otherData: null,
    },
  };
}

function parsed(hex: `0x${string}`): ReturnType<typeof parseTransaction> {
  try {
    return parseTransaction(hex);
  } catch {
    throw new Unreadable('bad-params', 'the raw transaction is in no known form');
  }
}
