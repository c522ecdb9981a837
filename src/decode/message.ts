import type { Address, Hex } from 'viem';
import { byteLength } from '../text/hex.ts';
import type { Action } from './Action.ts';
import { readLogin } from './login.ts';

/** EIP-191 text: a login where it reads as one, else a message. */
export function decodeMessage(bytes: Hex, text: string | null, account: Address | null): Action {
  const login = text === null ? null : readLogin(text, account);
  return login ?? { kind: 'message', text, bytes, looksLikeHash: looksLikeHash(bytes, text) };
}

/** 32 bytes that are no words, or the hex text of 32 bytes: whoever signs cannot know of what. */
function looksLikeHash(bytes: Hex, text: string | null): boolean {
  if (text !== null && HASH_TEXT.test(text)) return true;
  if (byteLength(bytes) !== HASH_BYTES) return false;
  // A sentence of 32 letters is a sentence.
  return text === null || !PRINTABLE.test(text);
}

const HASH_BYTES = 32;
const HASH_TEXT = /^\s*(?:0x)?[0-9a-fA-F]{64}\s*$/u;
const PRINTABLE = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]+$/u;
