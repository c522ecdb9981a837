import type { Hex } from 'viem';
import { readHex, readInteger } from '../text/hex.ts';
import { authorizationItem } from './authorization.ts';
import {
  addressField,
  type Fields,
  fieldsOf,
  isAbsent,
  listOf,
  optionalAddress,
  optionalChainId,
  Unreadable,
} from './fields.ts';
import type { Ask, TransactionAsk } from './SigningRequest.ts';

/** `eth_sendTransaction`, `eth_signTransaction` and kin: `[transaction]`. */
export function readTransaction(params: readonly unknown[], send: boolean): Ask {
  return { kind: 'transaction', transaction: transactionOf(fieldsOf(params[0], 'the transaction')), send };
}

export function transactionOf(fields: Fields): TransactionAsk {
  const oddities: string[] = [];
  const { data, otherData } = dataOf(fields, oddities);
  const list = fields.authorizationList;
  return {
    from: optionalAddress(fields.from, 'from'),
    to: targetOf(fields.to, oddities),
    valueWei: quantityOf(fields.value, 'value', oddities) ?? 0n,
    data,
    gas: quantityOf(isAbsent(fields.gas) ? fields.gasLimit : fields.gas, 'gas', oddities),
    gasPriceWei: quantityOf(fields.gasPrice, 'gasPrice', oddities),
    maxFeePerGasWei: quantityOf(fields.maxFeePerGas, 'maxFeePerGas', oddities),
    maxPriorityFeePerGasWei: quantityOf(fields.maxPriorityFeePerGas, 'maxPriorityFeePerGas', oddities),
    nonce: quantityOf(fields.nonce, 'nonce', oddities),
    chainId: optionalChainId(fields.chainId, 'chainId'),
    authorizations: isAbsent(list) ? [] : listOf(list, 'authorizationList').map(authorizationItem),
    oddities: [...new Set(oddities)],
    otherData,
  };
}

/**
 * A quantity as wallets read it: hex, `0x` or not (MetaMask adds it: `ff` is 255), or a JSON number. `null` when absent.
 *
 * @throws Unreadable for digits alone without `0x`: `10` is ten to some wallets and sixteen to MetaMask.
 */
export function quantityOf(value: unknown, what: string, oddities: string[]): bigint | null {
  if (isAbsent(value) || value === '') return null;
  if (typeof value === 'number') {
    oddities.push('number');
    const integer = readInteger(value);
    if (integer === null || integer < 0n) throw new Unreadable('bad-params', `${what} is not a whole number`);
    return integer;
  }
  const read = readHex(value);
  if (read === null) throw new Unreadable('bad-params', `${what} is not a hex quantity`);
  if (typeof value === 'string' && TWO_READINGS.test(value)) {
    throw new Unreadable('bad-params', `${what} has no 0x: wallets read it as different numbers`);
  }
  // Odd length is the canonical form of a quantity, not an oddity.
  oddities.push(...read.oddities.filter((oddity) => oddity !== 'odd-hex'));
  const integer = read.hex === '0x' ? 0n : BigInt(read.hex);
  if (integer >> 256n !== 0n) throw new Unreadable('bad-params', `${what} is over 256 bits`);
  return integer;
}

export function bytesOf(value: unknown, what: string, oddities: string[]): Hex {
  if (isAbsent(value)) return '0x';
  const read = readHex(value);
  if (read === null) throw new Unreadable('bad-params', `${what} is not hex`);
  oddities.push(...read.oddities);
  return read.hex;
}

/** Wallets prefer `data` or `input` differently: when they differ both are judged. */
function dataOf(fields: Fields, oddities: string[]): { data: Hex; otherData: Hex | null } {
  const data = isAbsent(fields.data) ? null : bytesOf(fields.data, 'data', oddities);
  const input = isAbsent(fields.input) ? null : bytesOf(fields.input, 'input', oddities);
  if (data === null) return { data: input ?? '0x', otherData: null };
  if (input === null || input === data) return { data, otherData: null };
  oddities.push('both-data-and-input');
  return { data, otherData: input };
}

/** Absent, empty and `0x` recipients deploy a contract. */
function targetOf(value: unknown, oddities: string[]): TransactionAsk['to'] {
  if (isAbsent(value) || value === '' || value === '0x') return null;
  const address = addressField(value, 'to');
  if (typeof value === 'string' && !value.startsWith('0x'))
    oddities.push(value.startsWith('0X') ? 'upper-0x' : 'no-0x');
  return address;
}

/** More than one decimal digit and nothing else. */
const TWO_READINGS = /^0*[1-9][0-9]+$/u;
