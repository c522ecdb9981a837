import type { Hex } from 'viem';
import { byteLength, hexToUtf8, readAddress, readHex, utf8ToHex } from '../text/hex.ts';
import { textOf, Unreadable } from './fields.ts';
import type { Ask } from './SigningRequest.ts';

/** `personal_sign`: `[message, account]`, or swapped where it is plain which is which, as MetaMask reads it. */
export function readMessage(params: readonly unknown[]): Ask {
  const swapped = readAddress(params[0]) !== null && readAddress(params[1]) === null && params[1] !== undefined;
  const bytes = messageBytes(textOf(params[swapped ? 1 : 0], 'the message'));
  return { kind: 'message', account: readAddress(params[swapped ? 0 : 1]), bytes, text: hexToUtf8(bytes) };
}

/** `eth_sign`: `[account, hash]`, swapped order read too. */
export function readHash(params: readonly unknown[]): Ask {
  const swapped = readAddress(params[0]) === null && readAddress(params[1]) !== null;
  const data = textOf(params[swapped ? 0 : 1], 'the hash');
  const account = readAddress(params[swapped ? 1 : 0]);
  const read = readHex(data);
  // Some wallets treat other lengths as a message to prefix; what was asked for is a signature of raw bytes.
  const hash = read?.hex ?? utf8ToHex(data);
  if (byteLength(hash) > LONGEST_RAW) throw new Unreadable('too-large', `eth_sign of over ${LONGEST_RAW} bytes`);
  return { kind: 'hash', account, hash };
}

/**
 * What is signed under the EIP-191 prefix. Hex text means its bytes, with or without `0x` (MetaMask's
 * `normalizeMessageData`); anything else means its UTF-8.
 */
function messageBytes(message: string): Hex {
  if (message === '') return '0x';
  return readHex(message)?.hex ?? utf8ToHex(message);
}

const LONGEST_RAW = 100_000;
