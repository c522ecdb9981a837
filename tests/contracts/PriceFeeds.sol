// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// A feed of Chainlink's shape. Test use only.
contract PriceFeed {
    int256 public latestAnswer;
    uint256 private _updatedAt;

    constructor(int256 answer, uint256 updatedAt) {
        latestAnswer = answer;
        _updatedAt = updatedAt;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, latestAnswer, _updatedAt, _updatedAt, 1);
    }
}

/// A feed that caps another and answers `latestAnswer` alone. Test use only.
contract CappedFeed {
    int256 public latestAnswer;

    constructor(int256 answer) {
        latestAnswer = answer;
    }
}
