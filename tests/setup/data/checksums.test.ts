import { getAddress } from 'viem';
import { describe, expect, it } from 'vitest';
import { CONTRACTS } from '../../../src/registry/tables/contracts.ts';

describe('contract addresses', () => {
  it('carry their EIP-55 checksum, so that a slip of one digit shows', () => {
    expect(CONTRACTS.map(({ address }) => address).filter((address) => getAddress(address) !== address)).toEqual([]);
  });
});
