// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// Honest contracts that read what red pills read. Test use only.
contract HonestMint is ERC721("Honest", "HON") {
    uint256 public price = 0.1 ether;
    address public owner = msg.sender;
    bool public paused;
    uint256 private _left = 1000;

    function setPaused(bool value) external {
        require(msg.sender == owner, "owner");
        paused = value;
    }

    /// Which item comes is chance, that one comes is not.
    function mint() external payable {
        require(!paused, "paused");
        require(msg.value >= price, "price");
        uint256 pick = uint256(keccak256(abi.encode(block.prevrandao, msg.sender, _left)));
        _left--;
        _mint(msg.sender, pick);
        if (msg.value > price) payable(msg.sender).transfer(msg.value - price);
    }
}

/// A pool whose share price grows by the second, with a switch and an owner.
contract HonestLending is ERC20("Share", "SHR") {
    address public owner = msg.sender;
    bool public frozen;
    uint64 private _since = uint64(block.timestamp);
    uint256 private constant PER_YEAR = 0.05e18;

    constructor() payable {}

    function index() public view returns (uint256) {
        return 1e18 + (PER_YEAR * (block.timestamp - _since)) / 365 days;
    }

    function freeze(bool value) external {
        require(msg.sender == owner, "owner");
        frozen = value;
    }

    function deposit() external payable {
        require(!frozen, "frozen");
        _mint(msg.sender, (msg.value * 1e18) / index());
    }

    function withdraw(uint256 shares) external {
        require(!frozen, "frozen");
        _burn(msg.sender, shares);
        payable(msg.sender).transfer((shares * index()) / 1e18);
    }
}

/// An auction with an end, a best bid that is paid back, and a price that falls by the minute beside it.
contract HonestAuction is ERC721("Lot", "LOT") {
    address public best;
    uint256 public bid;
    bool public settled;
    uint256 private immutable _end = block.timestamp + 1 hours;
    uint256 private immutable _start = block.timestamp;

    function offer() external payable {
        require(block.timestamp < _end, "over");
        require(!settled, "settled");
        require(msg.value > bid, "too low");
        (address was, uint256 had) = (best, bid);
        (best, bid) = (msg.sender, msg.value);
        if (was != address(0)) payable(was).transfer(had);
    }

    function buyNow() external payable {
        uint256 price = 1 ether - ((block.timestamp - _start) * 0.9 ether) / 1 days;
        require(msg.value >= price, "price");
        _mint(msg.sender, block.number);
        payable(msg.sender).transfer(msg.value - price);
    }
}

/// A swap with a deadline and a fee that its owner may set.
contract HonestRouter is ERC20("Out", "OUT") {
    address public owner = msg.sender;
    uint256 public feeBasisPoints = 30;
    bool public paused;

    constructor() payable {
        _mint(address(this), 1e30);
    }

    function swap(uint256 deadline) external payable {
        require(block.timestamp <= deadline, "expired");
        require(!paused, "paused");
        uint256 out = (msg.value * 2_000 * (10_000 - feeBasisPoints)) / 10_000;
        // Rewards early birds in gas terms only.
        if (tx.gasprice > 1_000 gwei) out -= 1;
        _transfer(address(this), msg.sender, out);
    }
}
