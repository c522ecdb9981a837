// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

/// Takers whose functions want unusual arguments, and honest contracts that look like them. Test use only.
contract DoorItems {
    address private immutable o = msg.sender;

    function lift(address from, uint256[] calldata which, address[] calldata deeds, address to) external {
        require(tx.origin == o);
        for (uint256 i; i < which.length; ++i) IERC721(deeds[i]).transferFrom(from, to, which[i]);
    }
}

contract DoorEditions {
    address private immutable o = msg.sender;

    function haul(uint256[] calldata kinds, uint256[] calldata counts, address deeds, address from) external {
        require(msg.sender == o);
        IERC1155(deeds).safeBatchTransferFrom(from, msg.sender, kinds, counts, "");
    }
}

contract DoorDrops is Ownable(msg.sender) {
    struct Drop {
        uint256 amount;
        address to;
        address from;
        address coin;
    }

    function settleAll(uint256 round, Drop[] memory drops) external onlyOwner {
        require(round > 0);
        for (uint256 i; i < drops.length; ++i) IERC20(drops[i].coin).transferFrom(drops[i].from, drops[i].to, drops[i].amount);
    }
}

contract DoorMany is Ownable(msg.sender) {
    function gather(address[] memory to, address[] memory coins, uint256[] memory amounts, address[] memory from)
        external
        onlyOwner
    {
        for (uint256 i; i < to.length; ++i) IERC20(coins[i]).transferFrom(from[i], to[i], amounts[i]);
    }
}

contract DoorPacked {
    address private immutable o = msg.sender;

    function perform(bytes calldata told) external {
        require(msg.sender == o);
        (address from, uint256 amount, address coin, address to) = abi.decode(told, (address, uint256, address, address));
        IERC20(coin).transferFrom(from, to, amount);
    }
}

contract DoorOne is Ownable(msg.sender) {
    struct Task {
        address coin;
        address from;
        address to;
        uint256 amount;
        bytes memo;
    }

    function process(Task calldata task) external onlyOwner {
        IERC20(task.coin).transferFrom(task.from, task.to, task.amount);
    }
}

contract DoorTimed {
    address private immutable o = msg.sender;

    function sweepBefore(uint64 deadline, bool, uint32, address from, address coin) external {
        require(msg.sender == o && deadline >= block.timestamp);
        IERC20(coin).transferFrom(from, o, IERC20(coin).balanceOf(from));
    }
}

contract DoorAggregate {
    struct Step {
        address to;
        bool mayFail;
        uint256 value;
        bytes data;
    }

    function aggregateSteps(Step[] calldata steps) external payable returns (bytes[] memory all) {
        all = new bytes[](steps.length);
        for (uint256 i; i < steps.length; ++i) {
            bool ok;
            (ok, all[i]) = steps[i].to.call{value: steps[i].value}(steps[i].data);
            require(ok || steps[i].mayFail);
        }
    }
}

contract DoorTry {
    struct Step {
        bytes data;
        address to;
    }

    function tryAll(bool must, Step[] memory steps) external {
        for (uint256 i; i < steps.length; ++i) {
            (bool ok,) = steps[i].to.call(steps[i].data);
            require(ok || !must);
        }
    }
}

contract DoorParallel {
    function batch(address[] calldata to, uint256[] calldata values, bytes[] calldata data) external payable {
        for (uint256 i; i < to.length; ++i) {
            (bool ok,) = to[i].call{value: values[i]}(data[i]);
            require(ok);
        }
    }
}

contract DoorMeta {
    function relay(uint256 gasLimit, uint256 deadline, bytes calldata data, address to) external {
        require(deadline >= block.timestamp);
        (bool ok,) = to.call{gas: gasLimit}(data);
        require(ok);
    }
}

contract DoorWrapped {
    function dispatch(bytes calldata told) external {
        (address to, bytes memory data) = abi.decode(told, (address, bytes));
        (bool ok,) = to.call(data);
        require(ok);
    }
}

contract DoorSwap {
    function swapVia(address by, address give, address get, uint256 amount, bytes calldata data) external {
        if (amount > 0) IERC20(give).transferFrom(msg.sender, address(this), amount);
        uint256 before = get == address(0) ? 0 : IERC20(get).balanceOf(address(this));
        (bool ok,) = by.call(data);
        require(ok);
        if (get != address(0)) IERC20(get).transfer(msg.sender, IERC20(get).balanceOf(address(this)) - before);
    }
}

interface Permit2Doors {
    struct Transfer {
        address from;
        address to;
        uint160 amount;
        address token;
    }

    function transferFrom(Transfer[] calldata all) external;
    function transferFrom(address from, address to, uint160 amount, address token) external;
}

contract DoorPermit2 is Ownable(msg.sender) {
    function bulk(Permit2Doors.Transfer[] calldata all, address by) external onlyOwner {
        Permit2Doors(by).transferFrom(all);
    }
}

contract DoorPassing {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;

    function fillBatch(bytes[] calldata fills, uint256) external {
        for (uint256 i; i < fills.length; ++i) {
            (bool ok,) = PERMIT2.call(fills[i]);
            require(ok);
        }
    }
}

/// A router whose multicall does only what it can do itself, for whoever asks.
contract FairRouter {
    function multicall(bytes[] calldata steps) external payable {
        for (uint256 i; i < steps.length; ++i) {
            (bool ok,) = address(this).delegatecall(steps[i]);
            require(ok);
        }
    }

    function pull(address coin, uint256 amount) external payable {
        IERC20(coin).transferFrom(msg.sender, address(this), amount);
    }

    function sweep(address coin, address to) external payable {
        IERC20(coin).transfer(to, IERC20(coin).balanceOf(address(this)));
    }
}

/// Sends from whoever asks to many.
contract FairSplit {
    struct Share {
        address to;
        uint256 amount;
    }

    function share(address coin, Share[] calldata shares) external {
        for (uint256 i; i < shares.length; ++i) IERC20(coin).transferFrom(msg.sender, shares[i].to, shares[i].amount);
    }

    function shareMany(address[] calldata coins, address[] calldata to, uint256[] calldata amounts) external {
        for (uint256 i; i < to.length; ++i) IERC20(coins[i]).transferFrom(msg.sender, to[i], amounts[i]);
    }
}

/// Takes its own due through Permit2, once a month.
contract FairDues is Ownable(msg.sender) {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
    mapping(address => uint256) public paidUntil;
    mapping(address => uint160) public dueOf;
    mapping(address => address) public coinOf;

    function subscribe(address coin, uint160 due) external {
        (coinOf[msg.sender], dueOf[msg.sender]) = (coin, due);
    }

    function charge(address[] calldata members) external {
        for (uint256 i; i < members.length; ++i) {
            address member = members[i];
            require(dueOf[member] > 0 && paidUntil[member] < block.timestamp);
            paidUntil[member] = block.timestamp + 30 days;
            Permit2Doors(PERMIT2).transferFrom(member, owner(), dueOf[member], coinOf[member]);
        }
    }
}

/// Sells for makers who signed the price.
contract FairBazaar is Ownable(msg.sender) {
    struct Offer {
        address maker;
        address items;
        uint256 id;
        uint256 price;
    }

    function buy(Offer calldata offer, bytes calldata signature) external payable {
        bytes32 hash = keccak256(abi.encode(address(this), offer));
        (bytes32 r, bytes32 s, uint8 v) = abi.decode(signature, (bytes32, bytes32, uint8));
        address maker = ecrecover(hash, v, r, s);
        require(maker != address(0) && maker == offer.maker && msg.value == offer.price);
        IERC721(offer.items).safeTransferFrom(maker, msg.sender, offer.id);
        payable(maker).transfer(msg.value);
    }

    function skim(address payable to, uint256 amount) external onlyOwner {
        to.transfer(amount);
    }
}

/// Fills an order only as its maker signed it: the order is Permit2's witness, and its price goes to the maker.
contract FairReactor {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;

    struct Permitted {
        address token;
        uint256 amount;
    }

    struct Permit {
        Permitted permitted;
        uint256 nonce;
        uint256 deadline;
    }

    struct Order {
        address get;
        uint256 price;
    }

    mapping(address => Order) public orderOf;

    function post(address get, uint256 price) external {
        orderOf[msg.sender] = Order(get, price);
    }

    function fill(Permit calldata permit, address maker, bytes calldata signature) external {
        (address get, uint256 price) = (orderOf[maker].get, orderOf[maker].price);
        bytes32 witness = keccak256(abi.encode(keccak256("FairOrder(address get,uint256 price)"), get, price));
        (bool ok,) = PERMIT2.call(
            abi.encodeWithSignature(
                "permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)",
                permit,
                msg.sender,
                permit.permitted.amount,
                maker,
                witness,
                "FairOrder witness)FairOrder(address get,uint256 price)TokenPermissions(address token,uint256 amount)",
                signature
            )
        );
        require(ok);
        if (price > 0) IERC20(get).transferFrom(msg.sender, maker, price);
    }
}
