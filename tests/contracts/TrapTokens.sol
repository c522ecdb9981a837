// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// A token whose owner names its pool; what happens on the way into the pool is what the tokens below differ in.
abstract contract PooledToken is ERC20, Ownable {
    address public pool;

    constructor(string memory name, string memory symbol) ERC20(name, symbol) Ownable(msg.sender) {
        _mint(msg.sender, 1_000_000_000 ether);
    }

    function setPool(address to) external onlyOwner {
        pool = to;
    }

    function isSale(address from, address to) internal view returns (bool) {
        return pool != address(0) && to == pool && from != owner();
    }
}

/// No rule at all.
contract PlainToken is PooledToken {
    constructor() PooledToken("Plain Kitten", "KITTEN") {}
}

/// Takes 3 % of each trade, as many small tokens do.
contract SmallFeeToken is PooledToken {
    constructor() PooledToken("Small Fee", "SMALL") {}

    function _update(address from, address to, uint256 value) internal override {
        if (pool == address(0) || from == owner() || (from != pool && to != pool)) return super._update(from, to, value);
        uint256 fee = (value * 3) / 100;
        super._update(from, owner(), fee);
        super._update(from, to, value - fee);
    }
}

/// Makes a buyer wait for one minute before a sale, against bots.
contract CooldownToken is PooledToken {
    mapping(address => uint256) public boughtAt;

    constructor() PooledToken("Slow Kitten", "SLOW") {}

    function _update(address from, address to, uint256 value) internal override {
        if (isSale(from, to)) require(block.timestamp >= boughtAt[from] + 60, "wait a minute");
        if (from == pool && pool != address(0)) boughtAt[to] = block.timestamp;
        super._update(from, to, value);
    }
}

/// Puts whoever buys on a list of those who may not send.
contract BlacklistToken is PooledToken {
    mapping(address => bool) public barred;

    constructor() PooledToken("Barred", "BARRED") {}

    function _update(address from, address to, uint256 value) internal override {
        require(!barred[from], "barred");
        if (from == pool && pool != address(0)) barred[to] = true;
        super._update(from, to, value);
    }
}

/// Lets nobody but the owner sell more than a crumb at once.
contract MaxSaleToken is PooledToken {
    constructor() PooledToken("Crumbs", "CRUMB") {}

    function _update(address from, address to, uint256 value) internal override {
        if (isSale(from, to)) require(value <= 1000, "too much at once");
        super._update(from, to, value);
    }
}

/// Keeps 99 % of each sale.
contract GreedyToken is PooledToken {
    constructor() PooledToken("Greedy", "GREEDY") {}

    function _update(address from, address to, uint256 value) internal override {
        if (!isSale(from, to)) return super._update(from, to, value);
        uint256 fee = (value * 99) / 100;
        super._update(from, owner(), fee);
        super._update(from, to, value - fee);
    }
}

/// Takes sales for the first minutes after it was made, and none later.
contract ClosingToken is PooledToken {
    uint256 public closesAt;

    constructor() PooledToken("Closing", "CLOSING") {}

    function setClosing(uint256 at) external onlyOwner {
        closesAt = at;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isSale(from, to)) require(block.timestamp < closesAt, "closed");
        super._update(from, to, value);
    }
}

/// Sells a token for ether at a fixed price, in no pool's way: nobody knows the way back.
contract FixedShop {
    ERC20 public immutable token;

    constructor(ERC20 of_) {
        token = of_;
    }

    function buy() external payable {
        token.transfer(msg.sender, msg.value);
    }
}

/// Moves from its shop only: whoever bought it keeps it.
contract StuckToken is PooledToken {
    constructor() PooledToken("Stuck", "STUCK") {}

    function _update(address from, address to, uint256 value) internal override {
        require(from == address(0) || from == owner() || from == pool, "stuck");
        super._update(from, to, value);
    }
}
