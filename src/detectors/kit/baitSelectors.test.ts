import { toFunctionSelector } from 'viem';
import { describe, expect, it } from 'vitest';
import { BAIT_SELECTORS } from './baitSelectors.ts';

const NAMES =
  'claim Claim claimReward ClaimReward claimRewards ClaimRewards claimAirdrop ClaimAirdrop claimToken claimTokens ClaimTokens airdrop Airdrop SecurityUpdate securityUpdate NetworkMerge networkMerge WalletUpdate walletUpdate Connect connectWallet ConnectWallet Verify verifyWallet VerifyWallet SafeClaim safeClaim getBonus claimBonus Reward Rectify Validate'.split(
    ' ',
  );
const ARGUMENTS = [
  '',
  'address',
  'uint256',
  'bytes',
  'bytes32[]',
  'address,uint256',
  'uint256,address',
  'address,address',
  'bytes32[],uint256',
  'uint256,bytes32[]',
  'address,uint256,bytes32[]',
  'uint256,address,uint256,bytes32[]',
];

describe('bait selectors', () => {
  it('are those of the names with the arguments, and no others', () => {
    const selectors = NAMES.flatMap((name) => ARGUMENTS.map((list) => toFunctionSelector(`${name}(${list})`)));
    expect([...BAIT_SELECTORS].sort()).toEqual([...selectors].sort());
  });
});
