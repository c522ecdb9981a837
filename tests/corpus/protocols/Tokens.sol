// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {ERC20Wrapper} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Wrapper.sol";
import {ERC20FlashMint} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20FlashMint.sol";
import {ERC1363} from "@openzeppelin/contracts/token/ERC20/extensions/ERC1363.sol";
import {IERC1363Receiver} from "@openzeppelin/contracts/interfaces/IERC1363Receiver.sol";
import {IERC1363Spender} from "@openzeppelin/contracts/interfaces/IERC1363Spender.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// A dollar with ERC-2612, ERC-3009 and burning, six decimals.
contract HarborDollar is ERC20, ERC20Permit, ERC20Burnable, Ownable {
    bytes32 private constant TRANSFER =
        keccak256("TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");
    bytes32 private constant RECEIVE =
        keccak256("ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");
    mapping(address => mapping(bytes32 => bool)) public authorizationState;

    constructor() ERC20("Harbor Dollar", "HBD") ERC20Permit("Harbor Dollar") Ownable(msg.sender) {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function transferWithAuthorization(
        address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes calldata signature
    ) external {
        _authorized(TRANSFER, from, to, value, validAfter, validBefore, nonce, signature);
    }

    function receiveWithAuthorization(
        address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes calldata signature
    ) external {
        require(to == msg.sender, "payee only");
        _authorized(RECEIVE, from, to, value, validAfter, validBefore, nonce, signature);
    }

    function _authorized(
        bytes32 kind, address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes calldata signature
    ) private {
        require(block.timestamp > validAfter && block.timestamp < validBefore, "not now");
        require(!authorizationState[from][nonce], "used");
        bytes32 hash = _hashTypedDataV4(keccak256(abi.encode(kind, from, to, value, validAfter, validBefore, nonce)));
        require(ECDSA.recover(hash, signature) == from, "bad signature");
        authorizationState[from][nonce] = true;
        _transfer(from, to, value);
    }
}

/// A plain token of 18 decimals whose allowances can be raised and lowered, as OpenZeppelin's were before version 5.
contract MeadowToken is ERC20, Ownable {
    constructor() ERC20("Meadow", "MDW") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function increaseAllowance(address spender, uint256 added) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + added);
        return true;
    }

    function decreaseAllowance(address spender, uint256 taken) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) - taken);
        return true;
    }

    /// The names of OpenZeppelin 1.x.
    function increaseApproval(address spender, uint256 added) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + added);
        return true;
    }

    function decreaseApproval(address spender, uint256 taken) external returns (bool) {
        uint256 had = allowance(msg.sender, spender);
        _approve(msg.sender, spender, taken > had ? 0 : had - taken);
        return true;
    }
}

/// Permit as Dai has it: all or nothing.
contract OrchardToken is ERC20, Ownable, Nonces {
    bytes32 public constant PERMIT_TYPEHASH =
        keccak256("Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)");
    bytes32 public immutable DOMAIN_SEPARATOR;

    constructor() ERC20("Orchard Stable", "ORCH") Ownable(msg.sender) {
        DOMAIN_SEPARATOR = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Orchard Stable"),
                keccak256("1"),
                block.chainid,
                address(this)
            )
        );
    }

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function permit(address holder, address spender, uint256 nonce, uint256 expiry, bool allowed, uint8 v, bytes32 r, bytes32 s) external {
        bytes32 hash = keccak256(
            abi.encodePacked("\x19\x01", DOMAIN_SEPARATOR, keccak256(abi.encode(PERMIT_TYPEHASH, holder, spender, nonce, expiry, allowed)))
        );
        require(holder == ECDSA.recover(hash, v, r, s), "bad signature");
        require(expiry == 0 || block.timestamp <= expiry, "expired");
        _useCheckedNonce(holder, nonce);
        _approve(holder, spender, allowed ? type(uint256).max : 0);
    }
}

/// Returns nothing and wants allowances reset to zero first, as Tether does.
contract StoneToken {
    string public constant name = "Stone";
    string public constant symbol = "STN";
    uint8 public constant decimals = 6;
    address public immutable issuer = msg.sender;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer);
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function transfer(address to, uint256 value) external {
        _move(msg.sender, to, value);
    }

    function transferFrom(address from, address to, uint256 value) external {
        allowance[from][msg.sender] -= value;
        _move(from, to, value);
    }

    function approve(address spender, uint256 value) external {
        require(value == 0 || allowance[msg.sender][spender] == 0, "reset first");
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
    }

    function _move(address from, address to, uint256 value) private {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}

/// Governance token with delegation, permits and lending by flash.
contract CivicToken is ERC20, ERC20Permit, ERC20Votes, Ownable {
    constructor() ERC20("Civic", "CIVIC") ERC20Permit("Civic") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }
}

/// A token that tells whom it pays (ERC-1363).
contract HeraldToken is ERC1363, Ownable {
    constructor() ERC20("Herald", "HRLD") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}

/// A shop paid by ERC-1363: gives a share for each payment.
contract HeraldShop is ERC20, IERC1363Receiver, IERC1363Spender {
    IERC20 public immutable token;

    constructor(IERC20 token_) ERC20("Herald Shop Points", "HSP") {
        token = token_;
    }

    function onTransferReceived(address, address from, uint256 value, bytes calldata) external returns (bytes4) {
        require(msg.sender == address(token));
        _mint(from, value);
        return IERC1363Receiver.onTransferReceived.selector;
    }

    function onApprovalReceived(address owner, uint256 value, bytes calldata) external returns (bytes4) {
        require(msg.sender == address(token));
        require(token.transferFrom(owner, address(this), value));
        _mint(owner, value);
        return IERC1363Spender.onApprovalReceived.selector;
    }
}

/// A one-to-one wrapper (OpenZeppelin's).
contract WrappedMeadow is ERC20Wrapper {
    constructor(IERC20 underlying) ERC20("Wrapped Meadow", "wMDW") ERC20Wrapper(underlying) {}
}

/// Many tokens in one contract (ERC-6909).
contract Granary is ERC6909, Ownable {
    constructor() Ownable(msg.sender) {}

    function mint(address to, uint256 id, uint256 amount) external onlyOwner {
        _mint(to, id, amount);
    }
}

/// Can be burnt, lent by flash and paused by nobody.
contract EmberToken is ERC20Burnable, ERC20FlashMint, Ownable {
    constructor() ERC20("Ember", "EMBR") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}
