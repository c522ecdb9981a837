import type { Address } from 'viem';

/**
 * Contracts whose items stand for money: whoever holds the item takes out what is behind it. Sources: the projects'
 * published deployments (Uniswap v3 and v4, PancakeSwap v3, SushiSwap v3, Aerodrome, Lido's withdrawal queue).
 */
export function isPositionItem(contract: Address): boolean {
  return POSITIONS.has(contract.toLowerCase());
}

const POSITIONS: ReadonlySet<string> = new Set([
  '0xc36442b4a4522e871399cd717abdd847ab11fe88', // Uniswap v3
  '0x03a520b32c04bf3beef7beb72e919cf822ed34f1', // Uniswap v3, Base
  '0xbd216513d74c8cf14cf4747e6aaa6420ff64ee9e', // Uniswap v4
  '0x46a15b0b27311cedf172ab29e4f4766fbe7f4364', // PancakeSwap v3
  '0x2214a42d8e2a1d20635c2cb0664422c528b6a432', // SushiSwap v3
  '0x827922686190790b37229fd06084350e74485b72', // Aerodrome Slipstream, Base
  '0xebf418fe2512e7e6bd9b87a8f0f294acdc67e6b4', // veAERO, Base
  '0x889edc2edab5f40e902b864ad4d7ade8e412f9b1', // Lido withdrawal requests
]);
