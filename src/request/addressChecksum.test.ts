import { expect, it } from 'vitest';
import { fitsChecksum } from './addressChecksum.ts';

// The examples of EIP-55.
it.each(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB'])(
  '%s fits',
  (written) => {
    expect(fitsChecksum(written)).toBe(true);
  },
);

it.each(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', '0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'])(
  '%s does not',
  (written) => {
    expect(fitsChecksum(written)).toBe(false);
  },
);

it.each(['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', '0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED', '0x5aAe', ''])(
  '%j says nothing',
  (written) => {
    expect(fitsChecksum(written)).toBeNull();
  },
);
