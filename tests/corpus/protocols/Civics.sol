// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {VestingWalletCliff} from "@openzeppelin/contracts/finance/VestingWalletCliff.sol";

/// OpenZeppelin's governor with short waits.
contract Council is Governor, GovernorSettings, GovernorCountingSimple, GovernorVotes, GovernorVotesQuorumFraction {
    constructor(IVotes token)
        Governor("Civic Council")
        GovernorSettings(1, 1_000_000, 1)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(1)
    {}

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }
}

/// VestingWalletCliff is abstract: a grant of two years, half a year at least.
contract CliffGrant is VestingWalletCliff {
    constructor(address beneficiary, uint64 start)
        VestingWallet(beneficiary, start, 730 days)
        VestingWalletCliff(180 days)
    {}
}

/// Compound's first governor, its votes.
contract BravoLike {
    mapping(uint256 => mapping(address => uint8)) public receipts;

    function castVote(uint256 proposal, bool support) external {
        receipts[proposal][msg.sender] = support ? 1 : 2;
    }

    function submitVote(uint256 proposal, bool support) external {
        receipts[proposal][msg.sender] = support ? 1 : 2;
    }
}
