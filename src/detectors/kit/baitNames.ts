import type { Hex } from 'viem';
import { BAIT_SELECTORS } from './baitSelectors.ts';

/**
 * Function names that fake airdrops and "wallet updates" use to make a payment look like a gift or a duty (PTXPhish,
 * NDSS 2025, categories "payable airdrop function" and "payable wallet function"). A name can only raise the risk: an
 * attacker who picks an honest name gains nothing here.
 */
export function isBaitName(signature: string | null, selector: Hex | null): boolean {
  if (selector !== null && BAIT_SELECTORS.has(selector.toLowerCase())) return true;
  return signature !== null && BAIT_PATTERN.test(signature);
}

const BAIT_PATTERN =
  /^_?(safe|multi|token|eth)?(claim|airdrop|securityupdate|networkmerge|walletupdate|verif(y|ication)wallet|connectwallet|reward|getreward|bonus|giveaway|rectify|syncwallet|validate)/iu;
