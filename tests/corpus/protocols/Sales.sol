// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

/// Buys a token back for the coin at the owner's price; the seller names the least that is taken.
contract Buyback is Ownable {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    uint256 public price;

    constructor(IERC20 token_, uint256 price_, address owner_) Ownable(owner_) {
        token = token_;
        price = price_;
    }

    receive() external payable {}

    function setPrice(uint256 value) external onlyOwner {
        price = value;
    }

    function sell(uint256 amount, uint256 least) external {
        uint256 paid = amount * price / 1e18;
        require(paid >= least, "less than asked");
        token.safeTransferFrom(msg.sender, owner(), amount);
        payable(msg.sender).transfer(paid);
    }
}

/// The same at a price that is fixed; the owner may only stop it.
contract PausableBuyback is Ownable, Pausable {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    uint256 public immutable price;

    constructor(IERC20 token_, uint256 price_, address owner_) Ownable(owner_) {
        token = token_;
        price = price_;
    }

    receive() external payable {}

    function pause() external onlyOwner {
        _pause();
    }

    function setPaused(bool value) external onlyOwner {
        value ? _pause() : _unpause();
    }

    function sell(uint256 amount) external whenNotPaused {
        token.safeTransferFrom(msg.sender, owner(), amount);
        payable(msg.sender).transfer(amount * price / 1e18);
    }
}

/// The same at a price that the owner moves, by a tenth at a time and no more.
contract BoundedBuyback is Ownable {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    uint256 public immutable least;
    uint256 public bonus;

    constructor(IERC20 token_, uint256 least_, address owner_) Ownable(owner_) {
        token = token_;
        least = least_;
        bonus = least_ / 10;
    }

    receive() external payable {}

    function setBonus(uint256 value) external onlyOwner {
        require(value <= least / 10, "too much");
        bonus = value;
    }

    function sell(uint256 amount) external {
        token.safeTransferFrom(msg.sender, owner(), amount);
        payable(msg.sender).transfer(amount * (least + bonus) / 1e18);
    }
}

/// Bids for a collection's items: the money lies here, the item goes to the bidder, who may take an open bid back.
contract ItemBids {
    IERC721 public immutable items;
    mapping(address => uint256) public bidOf;
    address public highest;

    constructor(IERC721 items_) {
        items = items_;
    }

    function bid() external payable {
        require(msg.value > bidOf[highest], "too little");
        bidOf[msg.sender] += msg.value;
        highest = msg.sender;
    }

    function withdraw() external {
        uint256 amount = bidOf[msg.sender];
        require(amount > 0);
        bidOf[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }

    function accept(uint256 id) external {
        address to = highest;
        uint256 amount = bidOf[to];
        require(amount > 0, "no bid");
        bidOf[to] = 0;
        items.transferFrom(msg.sender, to, id);
        payable(msg.sender).transfer(amount);
    }
}

/// Offers over the counter: coin lies here, whoever fills sends the tokens to the maker.
contract CounterDesk {
    using SafeERC20 for IERC20;

    struct Offer {
        address maker;
        IERC20 token;
        uint256 wanted;
        uint256 coin;
    }

    Offer[] public offers;

    function make(IERC20 token, uint256 wanted) external payable returns (uint256) {
        offers.push(Offer(msg.sender, token, wanted, msg.value));
        return offers.length - 1;
    }

    function cancel(uint256 id) external {
        Offer memory offer = offers[id];
        require(offer.maker == msg.sender);
        delete offers[id];
        payable(msg.sender).transfer(offer.coin);
    }

    function fill(uint256 id) external {
        Offer memory offer = offers[id];
        require(offer.maker != address(0), "gone");
        delete offers[id];
        offer.token.safeTransferFrom(msg.sender, offer.maker, offer.wanted);
        payable(msg.sender).transfer(offer.coin);
    }
}

/// Shares on a curve: the price follows how many there are, and nobody sets it. The fee goes to whoever made it.
contract ShareCurve {
    address payable public immutable maker;
    mapping(address => uint256) public sharesOf;
    uint256 public supply;

    constructor(address payable maker_) {
        maker = maker_;
    }

    function priceOf(uint256 from, uint256 amount) public pure returns (uint256) {
        uint256 to = from + amount;
        return (to * to - from * from) * 1e15;
    }

    function buy(uint256 amount) external payable {
        require(msg.value >= priceOf(supply, amount), "too little");
        supply += amount;
        sharesOf[msg.sender] += amount;
    }

    function balanceOf(address account) external view returns (uint256) {
        return sharesOf[account];
    }

    function sell(uint256 amount) external {
        sharesOf[msg.sender] -= amount;
        supply -= amount;
        uint256 paid = priceOf(supply, amount);
        maker.transfer(paid / 20);
        payable(msg.sender).transfer(paid - paid / 20);
    }
}

/// Pays a token for another at the owner's rate, from a treasury that stays here; the owner may take both out.
contract TreasurySale is Ownable {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    uint256 public rate;

    constructor(IERC20 token_, uint256 rate_, address owner_) Ownable(owner_) {
        token = token_;
        rate = rate_;
    }

    receive() external payable {}

    function setRate(uint256 value) external onlyOwner {
        rate = value;
    }

    function collect() external onlyOwner {
        token.safeTransfer(owner(), token.balanceOf(address(this)));
    }

    function redeem(uint256 amount) external {
        token.safeTransferFrom(msg.sender, address(this), amount);
        payable(msg.sender).transfer(amount * rate / 1e18);
    }
}
