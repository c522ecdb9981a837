// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// What victims hold: ordinary tokens of each standard. Anyone may mint, they are worth nothing. Test use only.
contract Coin is ERC20, ERC20Permit {
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

/// With the allowance steps that OpenZeppelin's tokens had until version 4.
contract SteppedCoin is ERC20 {
    constructor() ERC20("Stepped", "STEP") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function increaseAllowance(address spender, uint256 added) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + added);
        return true;
    }

    /// The name some tokens of 2018 have for the same.
    function increaseApproval(address spender, uint256 added) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + added);
        return true;
    }

    /// ERC-677 and ERC-1363 tokens: approve and call the spender at once.
    function approveAndCall(address spender, uint256 amount, bytes calldata data) external returns (bool) {
        _approve(msg.sender, spender, amount);
        (bool done,) = spender.call(data);
        return done;
    }
}

/// Signature approvals as DAI has them: all or nothing, with an expiry of 0 for ever.
contract OldPermitCoin is ERC20, EIP712 {
    mapping(address => uint256) public nonces;

    constructor() ERC20("Steady", "STDY") EIP712("Steady", "1") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function permit(
        address holder,
        address spender,
        uint256 nonce,
        uint256 expiry,
        bool allowed,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        bytes32 typeHash =
            keccak256("Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)");
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(typeHash, holder, spender, nonce, expiry, allowed)));
        require(ECDSA.recover(digest, v, r, s) == holder, "signature");
        require(expiry == 0 || block.timestamp <= expiry, "expired");
        require(nonce == nonces[holder]++, "nonce");
        _approve(holder, spender, allowed ? type(uint256).max : 0);
    }
}

/// ERC-3009 as USDC has it, and its two-argument permit with bytes.
contract CheckoutCoin is ERC20, EIP712 {
    mapping(address => mapping(bytes32 => bool)) public authorizationState;

    constructor() ERC20("Checkout", "CHKT") EIP712("Checkout", "2") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        bytes32 typeHash = keccak256(
            "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
        );
        _use(typeHash, from, to, value, validAfter, validBefore, nonce, signature);
    }

    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external {
        require(msg.sender == to, "caller");
        bytes32 typeHash = keccak256(
            "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
        );
        _use(typeHash, from, to, value, validAfter, validBefore, nonce, signature);
    }

    function _use(
        bytes32 typeHash,
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) private {
        require(block.timestamp > validAfter && block.timestamp < validBefore, "time");
        require(!authorizationState[from][nonce], "used");
        authorizationState[from][nonce] = true;
        bytes32 hash = keccak256(abi.encode(typeHash, from, to, value, validAfter, validBefore, nonce));
        require(ECDSA.recover(_hashTypedDataV4(hash), signature) == from, "signature");
        _transfer(from, to, value);
    }
}

/// A collection with ERC-4494 permits for one item and a permit for all, as some collections of 2022 have.
contract Art is ERC721, EIP712 {
    mapping(uint256 => uint256) public nonces;
    mapping(address => uint256) public noncesForAll;
    uint256 public nextId = 1;

    constructor(string memory name_) ERC721(name_, "ART") EIP712(name_, "1") {}

    function mint(address to, uint256 count) external returns (uint256 firstId) {
        firstId = nextId;
        nextId += count;
        for (uint256 i = 0; i < count; i++) _mint(to, firstId + i);
    }

    function permit(address spender, uint256 tokenId, uint256 deadline, bytes calldata signature) external {
        bytes32 typeHash = keccak256("Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(typeHash, spender, tokenId, nonces[tokenId]++, deadline));
        address signer = ECDSA.recover(_hashTypedDataV4(hash), signature);
        require(block.timestamp <= deadline && signer == ownerOf(tokenId), "permit");
        _approve(spender, tokenId, address(0));
    }

    function permitForAll(address owner, address operator, uint256 deadline, bytes calldata signature) external {
        bytes32 typeHash = keccak256("PermitForAll(address owner,address operator,uint256 nonce,uint256 deadline)");
        bytes32 hash = keccak256(abi.encode(typeHash, owner, operator, noncesForAll[owner]++, deadline));
        require(block.timestamp <= deadline && ECDSA.recover(_hashTypedDataV4(hash), signature) == owner, "permit");
        _setApprovalForAll(owner, operator, true);
    }
}

contract Items is ERC1155 {
    constructor() ERC1155("") {}

    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount, "");
    }
}

/// `multicall(bytes[])` on the token itself: an approval can hide in it.
contract BatchCoin is ERC20, Multicall {
    constructor() ERC20("Batch", "BTCH") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// Meta-transactions as Biconomy's tokens on Polygon have them: anyone may relay what the holder signed.
contract MetaCoin is ERC20, EIP712 {
    mapping(address => uint256) public nonces;

    constructor() ERC20("Meta", "META") EIP712("Meta", "1") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function executeMetaTransaction(address user, bytes calldata functionSignature, bytes32 r, bytes32 s, uint8 v)
        external
        payable
        returns (bytes memory)
    {
        bytes32 typeHash = keccak256("MetaTransaction(uint256 nonce,address from,bytes functionSignature)");
        bytes32 hash = keccak256(abi.encode(typeHash, nonces[user]++, user, keccak256(functionSignature)));
        require(ECDSA.recover(_hashTypedDataV4(hash), v, r, s) == user, "signature");
        (bool done, bytes memory result) = address(this).call(abi.encodePacked(functionSignature, user));
        require(done, "call");
        return result;
    }

    function _msgSender() internal view override returns (address) {
        return msg.sender == address(this) ? address(bytes20(msg.data[msg.data.length - 20:])) : msg.sender;
    }
}
