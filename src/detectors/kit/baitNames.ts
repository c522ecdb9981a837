import type { Hex } from 'viem';

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

/** claim, SecurityUpdate, claimRewards, claimReward, Claim, ClaimReward, claim(address), securityUpdate, airdrop, Airdrop, Connect, Verify, claimAirdrop, NetworkMerge, networkMerge, ClaimRewards, SafeClaim, safeClaim. */
const BAIT_SELECTORS: ReadonlySet<string> = new Set([
  '0x4e71d92d',
  '0x5fba79f5',
  '0x372500ab',
  '0xb88a802f',
  '0x3158952e',
  '0x79372f9a',
  '0x1e83409a',
  '0xaf347b61',
  '0x3884d635',
  '0x3f6b6f2e',
  '0xa16f15c3',
  '0x143087ee',
  '0x5b88349d',
  '0x9c9316c5',
  '0xa06adfa8',
  '0x12798972',
  '0xf472eedf',
  '0x2526350f',
]);
