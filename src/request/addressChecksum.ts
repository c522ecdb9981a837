import { getAddress } from 'viem';
import { readAddress } from '../text/hex.ts';

/**
 * Whether the capitals of a written address fit it (EIP-55); `null` when it is written in one case, which says nothing,
 * or is no address.
 */
export function fitsChecksum(written: string): boolean | null {
  const address = readAddress(written);
  const digits = written.replace(/^0x/iu, '');
  if (address === null || digits === digits.toLowerCase() || digits === digits.toUpperCase()) return null;
  return getAddress(address).slice(2) === digits;
}
