// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// A price feed that does not move.
contract FixedPrice {
    int256 public immutable latestAnswer;

    constructor(int256 answer) {
        latestAnswer = answer;
    }
}
