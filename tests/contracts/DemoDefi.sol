// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// Wraps ether one for one, in WETH9's shape (ours, not a copy).
contract WrappedEther is ERC20 {
    event Deposit(address indexed to, uint256 amount);
    event Withdrawal(address indexed from, uint256 amount);

    constructor() ERC20("Wrapped Demo Ether", "WDETH") {}

    receive() external payable {
        deposit();
    }

    function deposit() public payable {
        _mint(msg.sender, msg.value);
        emit Deposit(msg.sender, msg.value);
    }

    function withdraw(uint256 amount) external {
        _burn(msg.sender, amount);
        emit Withdrawal(msg.sender, amount);
        (bool sent,) = msg.sender.call{value: amount}("");
        require(sent, "ether not taken");
    }
}

/// A swap router with Uniswap V2's function shapes, fixed prices and reserves of its own.
contract DemoRouter {
    using SafeERC20 for IERC20;

    address public immutable WETH;
    address public immutable owner = msg.sender;
    /// Price of one base unit, in 1e-18 units of a common measure.
    mapping(address => uint256) public priceOf;

    constructor(address weth) {
        WETH = weth;
    }

    function setPrice(address token, uint256 price) external {
        require(msg.sender == owner, "owner");
        priceOf[token] = price;
    }

    function getAmountsOut(uint256 amountIn, address[] memory path) public view returns (uint256[] memory amounts) {
        require(path.length >= 2, "path");
        amounts = new uint256[](path.length);
        amounts[0] = amountIn;
        for (uint256 i = 1; i < path.length; i++) {
            amounts[i] = (amounts[i - 1] * priceOf[path[i - 1]] * 997) / (priceOf[path[i]] * 1000);
        }
    }

    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory amounts) {
        amounts = _quote(amountIn, amountOutMin, path, deadline);
        IERC20(path[0]).safeTransferFrom(msg.sender, address(this), amountIn);
        IERC20(path[path.length - 1]).safeTransfer(to, amounts[path.length - 1]);
    }

    function swapExactETHForTokens(uint256 amountOutMin, address[] calldata path, address to, uint256 deadline)
        external
        payable
        returns (uint256[] memory amounts)
    {
        require(path[0] == WETH, "path");
        amounts = _quote(msg.value, amountOutMin, path, deadline);
        WrappedEther(payable(WETH)).deposit{value: msg.value}();
        IERC20(path[path.length - 1]).safeTransfer(to, amounts[path.length - 1]);
    }

    function _quote(uint256 amountIn, uint256 amountOutMin, address[] calldata path, uint256 deadline)
        private
        view
        returns (uint256[] memory amounts)
    {
        require(deadline >= block.timestamp, "DemoRouter: EXPIRED");
        amounts = getAmountsOut(amountIn, path);
        require(amounts[amounts.length - 1] >= amountOutMin, "DemoRouter: INSUFFICIENT_OUTPUT_AMOUNT");
    }
}

/// A contract with an owner: `transferOwnership` hands it over, and no token moves.
contract DemoVault is Ownable {
    constructor(address owner_) Ownable(owner_) {}

    receive() external payable {}

    function withdrawAll() external onlyOwner {
        payable(msg.sender).transfer(address(this).balance);
    }
}
