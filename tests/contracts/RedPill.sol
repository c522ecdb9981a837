// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Pays back while it believes it is only being watched, keeps the ether once mined ("red pill", ZenGo 2023).
/// `tell` says what it reads. Tells 0 to 5 are environment leaks of a careless simulation; 6 and 7 are coin flips;
/// 8 to 10 are bombs and switches that turn between preview and mining. Test use only.
contract RedPill {
    uint8 public immutable tell;
    address public immutable owner = msg.sender;
    uint256 private immutable _madeAtSeconds = block.timestamp;
    uint256 private immutable _madeAtBlock = block.number;
    bool public armed;

    constructor(uint8 tell_) payable {
        tell = tell_;
    }

    receive() external payable {}

    function arm(bool value) external {
        require(msg.sender == owner, "owner");
        armed = value;
    }

    function claim() external payable {
        if (_watched()) {
            (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
            require(sent, "bait not taken");
        }
    }

    function _watched() private view returns (bool) {
        if (tell == 0) return block.coinbase == address(0);
        if (tell == 1) return block.basefee == 0;
        if (tell == 2) return tx.gasprice == 0;
        if (tell == 3) return gasleft() > 10_000_000;
        if (tell == 4) return block.prevrandao == 0;
        if (tell == 5) return block.coinbase.balance == 0;
        if (tell == 6) return block.prevrandao % 2 == 0;
        if (tell == 7) return uint256(blockhash(block.number - 1)) % 2 == 0;
        if (tell == 8) return block.timestamp < _madeAtSeconds + 20 minutes;
        if (tell == 9) return block.number < _madeAtBlock + 100;
        return !armed;
    }
}

/// A token that notes in storage when somebody asks for a balance: a probe that leaves traces would be seen by the
/// `claim` that follows it in the same block. Test use only.
contract WatchfulToken {
    string public constant name = "Demo Watchful";
    string public constant symbol = "DWAT";
    uint8 public constant decimals = 18;
    address public immutable owner = msg.sender;
    bool public seen;

    constructor() payable {}

    function note() external {
        seen = true;
    }

    function balanceOf(address) external returns (uint256) {
        // Fails quietly under STATICCALL.
        try this.note() {} catch {}
        return 0;
    }

    function claim() external payable {
        if (!seen) return;
        (bool sent,) = msg.sender.call{value: msg.value + 0.001 ether}("");
        require(sent, "bait not taken");
    }
}
