// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// An exchange that forgot the domain: its orders are good for every copy of it, with any token and on any network. Test use only.
contract UnboundExchange {
    bytes32 private constant ORDER = keccak256("Order(address maker,address token,uint256 amount,address taker,uint256 salt)");
    bytes32 private constant NO_DOMAIN = keccak256(abi.encode(keccak256("EIP712Domain()")));

    mapping(bytes32 => bool) public filled;

    function fill(
        address maker,
        address token,
        uint256 amount,
        address taker,
        uint256 salt,
        bytes calldata signature
    ) external {
        bytes32 order = keccak256(abi.encode(ORDER, maker, token, amount, taker, salt));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", NO_DOMAIN, order));
        require(!filled[digest], "already filled");
        require(ECDSA.recover(digest, signature) == maker, "not the maker");
        filled[digest] = true;
        IERC20(token).transferFrom(maker, taker, amount);
    }
}
