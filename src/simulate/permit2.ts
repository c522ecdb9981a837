import type { Address } from 'viem';

/** Uniswap Permit2, the same address on every chain (github.com/Uniswap/permit2), lower case. */
export const PERMIT2_ADDRESS: Address = '0x000000000022d473030f116ddee9f6b43ac78ba3';
