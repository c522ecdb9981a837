// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Further red pills: each pays back while it believes it is only being watched and keeps the ether once mined. They aim
/// at what a careful simulation still gives away: its choice of gas, tip and proposer, its probes, its own accounts.
/// Test use only.
contract RedPillTell {
    uint8 public immutable tell;
    address private immutable _owner = msg.sender;
    address private immutable _proposer = block.coinbase;

    constructor(uint8 tell_) payable {
        tell = tell_;
    }

    receive() external payable {}

    function claim() external payable {
        if (_watched()) {
            (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
            require(sent, "bait not taken");
        }
    }

    function _watched() private view returns (bool) {
        // A gas limit in the band that simulations like.
        if (tell == 0) return gasleft() > 440_000 && gasleft() < 500_000;
        // A tip of exactly a tenth of the base fee.
        if (tell == 1) return tx.gasprice == block.basefee + block.basefee / 10 + 1;
        // The proposer of the block before.
        if (tell == 2) return block.coinbase == _proposer;
        // A sender with more ether than anybody has.
        if (tell == 3) return tx.origin.balance > 1_000_000 ether;
        // A sender with code: a probe sits there.
        if (tell == 4) return msg.sender.code.length > 0 && msg.sender == tx.origin;
        // A blob fee of zero is no chain's.
        if (tell == 5) return block.blobbasefee == 0;
        // A hash of the parent that nobody knows.
        if (tell == 6) return blockhash(block.number - 1) == 0;
        // A block that stands before the contract's own.
        if (tell == 7) return uint160(address(block.coinbase)) < 0xffff;
        return uint256(keccak256(abi.encode(block.prevrandao, block.timestamp, blockhash(block.number - 1)))) % 2 != 0;
    }
}

/// Behaves as long as a switch, packed beside the owner, is not thrown.
contract RedPillPackedSwitch {
    address public owner = msg.sender;
    bool public live;

    constructor() payable {}

    function go(bool value) external {
        require(msg.sender == owner, "owner");
        live = value;
    }

    function claim() external payable {
        if (live) return;
        (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
        require(sent, "bait not taken");
    }
}

/// Keeps its switch in another contract.
contract RedPillRemoteSwitch {
    RedPillPackedSwitch private immutable _switch = new RedPillPackedSwitch();
    address private immutable _owner = msg.sender;

    constructor() payable {}

    function go(bool value) external {
        require(msg.sender == _owner, "owner");
        _switch.go(value);
    }

    function claim() external payable {
        if (_switch.live()) return;
        (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
        require(sent, "bait not taken");
    }
}

/// Marks one victim at a time.
contract RedPillMarked {
    mapping(address => bool) public marked;
    address private immutable _owner = msg.sender;

    constructor() payable {}

    function mark(address victim, bool value) external {
        require(msg.sender == _owner, "owner");
        marked[victim] = value;
    }

    function claim() external payable {
        if (marked[msg.sender]) return;
        (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
        require(sent, "bait not taken");
    }
}

/// Pays whoever an address in storage names; the owner puts another one there.
contract RedPillBeneficiary {
    address public beneficiary;
    address private immutable _owner = msg.sender;

    constructor() payable {}

    function set(address to) external {
        require(msg.sender == _owner, "owner");
        beneficiary = to;
    }

    function claim() external payable {
        address to = beneficiary == address(0) ? msg.sender : beneficiary;
        (bool sent,) = to.call{value: msg.value + 0.001 ether}("");
        require(sent, "bait not taken");
    }
}

interface IAllowed {
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function balanceOf(address holder) external view returns (uint256);
}

/// Takes a token the person once allowed it to take, but only later: nothing in the watched run names the token.
contract RedPillLateTaker {
    IAllowed private immutable _token;
    address private immutable _owner = msg.sender;
    uint256 private immutable _from = block.timestamp + 20 minutes;

    constructor(IAllowed token) {
        _token = token;
    }

    function claim() external payable {
        if (block.timestamp < _from) return;
        _token.transferFrom(msg.sender, _owner, _token.balanceOf(msg.sender));
    }
}
