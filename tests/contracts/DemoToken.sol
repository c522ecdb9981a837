// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// An ordinary ERC-20 with ERC-2612 permit. Anyone may mint: it is worth nothing.
contract DemoToken is ERC20, ERC20Permit {
    uint8 private immutable _places;

    constructor(string memory name_, string memory symbol_, uint8 places) ERC20(name_, symbol_) ERC20Permit(name_) {
        _places = places;
    }

    function decimals() public view override returns (uint8) {
        return _places;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// An ERC-20 that wears a listed token's name and symbol at another address.
contract CounterfeitToken is ERC20 {
    constructor() ERC20("USD Coin", "USDC") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// An ERC-20 with `multicall(bytes[])`: an approval can hide inside a batch.
contract BatchToken is ERC20, Multicall {
    constructor() ERC20("Demo Batch", "DBAT") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// An ERC-20 that moves balances without a single event, and says `balanceOf` honestly.
contract SilentToken {
    string public constant name = "Demo Silent";
    string public constant symbol = "DSIL";
    uint8 public constant decimals = 18;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}
