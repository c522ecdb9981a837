import type { Address } from 'viem';
import { hexToUtf8 } from '../text/hex.ts';
import type { Action, TypedDomain } from './Action.ts';
import { decodeCall, newRoom } from './call.ts';
import { decodeMessage } from './message.ts';
import { openSafe } from './safe.ts';
import type { Struct, StructReader } from './struct.ts';

/**
 * `SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address
 * gasToken,address refundReceiver,uint256 nonce)`, signed by an owner; the domain's contract is the Safe. Safes before
 * 1.0.0 write `dataGas` for `baseGas`.
 */
export const SAFE_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['SafeTx', safeTx],
  ['SafeBatch', safeTx],
  ['SafeMessage', safeMessage],
]);

/**
 * `SafeMessage(bytes message)`: the Safe's own word (ERC-1271). Words can be read; 32 bytes stand for anything at all,
 * a permit of the Safe's tokens too.
 */
function safeMessage(struct: Struct, domain: TypedDomain): Action | null {
  const bytes = struct.bytes('message');
  if (bytes === null || domain.verifyingContract === null) return null;
  const action = decodeMessage(bytes, hexToUtf8(bytes), domain.verifyingContract);
  return action.kind === 'message' && (action.looksLikeHash || action.text === null) ? null : action;
}

function safeTx(struct: Struct, domain: TypedDomain): Action | null {
  const safe = domain.verifyingContract;
  const to = struct.address('to');
  const valueWei = struct.uint('value');
  const data = struct.bytes('data');
  const operation = struct.uint('operation');
  if (safe === null || to === null || valueWei === null || data === null || operation === null) return null;
  const refund = {
    safeTxGas: struct.uint('safeTxGas') ?? 0n,
    baseGas: struct.uint('baseGas') ?? struct.uint('dataGas') ?? 0n,
    gasPrice: struct.uint('gasPrice') ?? 0n,
    gasToken: struct.address('gasToken') ?? ZERO,
    receiver: struct.address('refundReceiver') ?? ZERO,
  };
  const room = newRoom();
  return openSafe('SafeTx', { safe, to, valueWei, data, operation, refund }, (call) => decodeCall(call, room, 1));
}

const ZERO: Address = '0x0000000000000000000000000000000000000000';
