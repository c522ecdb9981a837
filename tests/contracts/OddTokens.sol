// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Names that a reader must survive: bytes32 (as MKR), a revert, no end, 10 kB, bytes that are no text, and a length
/// that lies. `oddity` chooses. Test use only.
contract OddToken {
    uint8 public immutable oddity;

    constructor(uint8 oddity_) {
        oddity = oddity_;
    }

    function symbol() external view returns (bytes memory) {
        return _say("ODD");
    }

    function name() external view returns (bytes memory) {
        return _say("Odd Token");
    }

    /// 77 digits after the point, or an answer wider than a byte.
    function decimals() external view returns (uint256) {
        return oddity == 5 ? type(uint256).max : 77;
    }

    function balanceOf(address) external pure returns (uint256) {
        return 7;
    }

    function _say(bytes memory text) private view returns (bytes memory) {
        if (oddity == 0) {
            assembly {
                mstore(0, mload(add(text, 32)))
                return(0, 32)
            }
        }
        if (oddity == 1) revert("no name");
        if (oddity == 2) {
            uint256 spin;
            while (true) spin = uint256(keccak256(abi.encode(spin)));
        }
        if (oddity == 3) return new bytes(10_000);
        if (oddity == 4) return hex"ff00fe80c0af";
        if (oddity == 5) {
            assembly {
                mstore(0, 32)
                mstore(32, not(0))
                return(0, 64)
            }
        }
        return text;
    }
}
