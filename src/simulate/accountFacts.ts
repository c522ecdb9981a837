import type { Address, Hex } from 'viem';
import { codeHash } from './codeHash.ts';
import { readBytes, readQuantity, readUint64 } from './rpcValue.ts';
import type { AccountFacts } from './Simulator.ts';
import type { Ask } from './trip.ts';

/** Most accounts one look reads. */
export const MAX_ACCOUNTS = 64;

/** Length of an EIP-7702 designator, `0xef0100` and an address, in characters. */
const DESIGNATOR_LENGTH = 2 + 2 * 23;

/** `null` when the endpoint would not say: a missing fact, not an empty account. */
export async function readAccount(ask: Ask, address: Address): Promise<AccountFacts | null> {
  return (await readAccountAndCode(ask, address))?.account ?? null;
}

export interface AccountAndCode {
  readonly account: AccountFacts;
  readonly code: Hex;
}

/** The same with the code itself. */
export async function readAccountAndCode(ask: Ask, address: Address): Promise<AccountAndCode | null> {
  const [code, nonce, balance] = await Promise.all([
    ask({ method: 'eth_getCode', params: [address, 'latest'] }),
    ask({ method: 'eth_getTransactionCount', params: [address, 'latest'] }),
    ask({ method: 'eth_getBalance', params: [address, 'latest'] }),
  ]);
  if (!code.ok || !nonce.ok || !balance.ok) return null;
  const bytes = readBytes(code.result, "an account's code");
  const account: AccountFacts = {
    ...kindOf(bytes),
    nonce: readUint64(nonce.result, "an account's nonce"),
    balanceWei: readQuantity(balance.result, "an account's balance"),
    codeHash: bytes === '0x' ? null : codeHash(bytes),
  };
  return { account, code: bytes };
}

function kindOf(code: Hex): Pick<AccountFacts, 'code' | 'delegate'> {
  if (code === '0x') return { code: 'none', delegate: null };
  const lower = code.toLowerCase();
  if (lower.length === DESIGNATOR_LENGTH && lower.startsWith('0xef0100')) {
    return { code: 'delegated', delegate: `0x${lower.slice(8)}` };
  }
  return { code: 'contract', delegate: null };
}
