// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BaseAccount} from "@account-abstraction/contracts/core/BaseAccount.sol";
import {SIG_VALIDATION_FAILED, SIG_VALIDATION_SUCCESS} from "@account-abstraction/contracts/core/Helpers.sol";
import {IEntryPoint} from "@account-abstraction/contracts/interfaces/IEntryPoint.sol";
import {PackedUserOperation} from "@account-abstraction/contracts/interfaces/PackedUserOperation.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// Code that plain accounts delegate to (EIP-7702). Test use only.

/// As Simple7702Account, but its owner signs hashes by personal_sign, as SimpleAccount did until 0.7 and as the accounts
/// of Alchemy, Biconomy and ZeroDev take them.
contract PersonalAccount is BaseAccount, IERC1271 {
    receive() external payable {}

    function entryPoint() public pure override returns (IEntryPoint) {
        return IEntryPoint(0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108);
    }

    function isValidSignature(bytes32 hash, bytes memory signature) external view virtual returns (bytes4) {
        return _isSigned(hash, signature) ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    function _validateSignature(PackedUserOperation calldata op, bytes32 hash)
        internal
        virtual
        override
        returns (uint256)
    {
        return _isSigned(hash, op.signature) ? SIG_VALIDATION_SUCCESS : SIG_VALIDATION_FAILED;
    }

    function _isSigned(bytes32 hash, bytes memory signature) internal view virtual returns (bool) {
        return ECDSA.recover(MessageHashUtils.toEthSignedMessageHash(hash), signature) == address(this);
    }

    function _requireForExecute() internal view override {
        require(msg.sender == address(this) || msg.sender == address(entryPoint()), "not from self or EntryPoint");
    }
}

/// Takes the hash as wallets sign it when a page hands it over as its text (ethers' signMessage of a hex string).
contract TextAccount is PersonalAccount {
    function _isSigned(bytes32 hash, bytes memory signature) internal view override returns (bool) {
        bytes memory text = bytes(Strings.toHexString(uint256(hash), 32));
        return ECDSA.recover(MessageHashUtils.toEthSignedMessageHash(text), signature) == address(this);
    }
}

/// Signs nothing but user operations so, and binds other hashes to itself first (ERC-7739 in short).
contract BindingAccount is PersonalAccount {
    function isValidSignature(bytes32 hash, bytes memory signature) external view override returns (bytes4) {
        bytes32 bound = keccak256(abi.encode(address(this), hash));
        return _isSigned(bound, signature) ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

/// What stands behind ERC-7715: keys that the account itself let in act for it, within what it allowed them.
contract SessionAccount {
    struct Grant {
        uint256 limit;
        uint256 spent;
    }

    /// By key and token; address 0 is the coin.
    mapping(address => mapping(address => Grant)) public grants;

    receive() external payable {}

    function allow(address key, address token, uint256 limit) external {
        require(msg.sender == address(this), "not from self");
        grants[key][token] = Grant(limit, 0);
    }

    function spend(address token, address to, uint256 amount) external {
        Grant storage grant = grants[msg.sender][token];
        require(grant.limit - grant.spent >= amount, "over the limit");
        grant.spent += amount;
        (bool done,) = token == address(0)
            ? to.call{value: amount}("")
            : token.call(abi.encodeWithSignature("transfer(address,uint256)", to, amount));
        require(done, "spend failed");
    }
}
