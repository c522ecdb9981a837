import { keccak256, numberToHex } from 'viem';
import { expect, it } from 'vitest';
import { codeHash } from './codeHash.ts';

it('hashes a code, again and after many others', () => {
  const code = '0x6001600255';
  for (const _ of [1, 2]) {
    expect(codeHash(code)).toBe(keccak256(code));
    for (let other = 0; other < 200; other += 1) codeHash(numberToHex(other, { size: 4 }));
  }
});
