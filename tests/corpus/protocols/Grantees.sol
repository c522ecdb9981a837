// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {TransparentUpgradeableProxy} from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// Honest contracts of the shapes in which thieves ask for power: each serves only who calls it.

interface ILendingPool {
    function borrow(address asset, uint256 amount, uint256 mode, uint16 code, address onBehalfOf) external;
    function supply(address asset, uint256 amount, address onBehalfOf, uint16 code) external;
}

/// Leverage by one click: borrows in the caller's name and pays the coins in for the caller.
contract OneClickLever {
    using SafeERC20 for IERC20;

    function open(ILendingPool pool, IERC20 asset, uint256 amount, uint256 rounds) external {
        for (uint256 i = 0; i < rounds; i++) {
            pool.borrow(address(asset), amount, 2, 0, msg.sender);
            asset.forceApprove(address(pool), amount);
            pool.supply(address(asset), amount, msg.sender, 0);
        }
    }
}

/// Leverage by the lender's own flash loan, which stays as the caller's debt: what is lent is paid in for the caller.
contract FlashLever {
    using SafeERC20 for IERC20;

    function executeOperation(address[] calldata assets, uint256[] calldata amounts, uint256[] calldata, address initiator, bytes calldata)
        external
        returns (bool)
    {
        for (uint256 i = 0; i < assets.length; i++) {
            IERC20(assets[i]).forceApprove(msg.sender, amounts[i]);
            ILendingPool(msg.sender).supply(assets[i], amounts[i], initiator, 0);
        }
        return true;
    }
}

/// A margin account: what is lent is written down for the caller, who may take it out.
contract MarginBook {
    using SafeERC20 for IERC20;

    mapping(address => mapping(address => uint256)) public margin;

    event Funded(address indexed owner, address asset, uint256 amount);

    function executeOperation(address[] calldata assets, uint256[] calldata amounts, uint256[] calldata, address initiator, bytes calldata)
        external
        returns (bool)
    {
        for (uint256 i = 0; i < assets.length; i++) {
            margin[initiator][assets[i]] += amounts[i];
            emit Funded(initiator, assets[i], amounts[i]);
        }
        return true;
    }

    function withdraw(address asset, uint256 amount) external {
        margin[msg.sender][asset] -= amount;
        IERC20(asset).safeTransfer(msg.sender, amount);
    }
}

/// The same on a keeper's call, for those who asked for it: what is borrowed is the user's deposit at once.
contract KeptLever is Ownable(msg.sender) {
    using SafeERC20 for IERC20;

    function rebalance(ILendingPool pool, address user, IERC20 asset, uint256 amount) external onlyOwner {
        pool.borrow(address(asset), amount, 2, 0, user);
        asset.forceApprove(address(pool), amount);
        pool.supply(address(asset), amount, user, 0);
    }
}

/// A card that is topped up from a credit line by a keeper: the coins go to the account that owes them.
contract TopUp is Ownable(msg.sender) {
    using SafeERC20 for IERC20;

    function topUp(ILendingPool pool, address user, IERC20 asset, uint256 amount) external onlyOwner {
        pool.borrow(address(asset), amount, 2, 0, user);
        asset.safeTransfer(user, amount);
    }
}

/// A gateway as lenders have it for their chain's coin: borrows for the caller, pays the caller.
contract BorrowGateway {
    using SafeERC20 for IERC20;

    function borrowTo(ILendingPool pool, IERC20 asset, uint256 amount) external {
        pool.borrow(address(asset), amount, 2, 0, msg.sender);
        asset.safeTransfer(msg.sender, amount);
    }
}

/// EIP-2535: functions stand in facets that a table in storage names, and a loupe tells.
contract Diamond {
    struct Facet {
        address facetAddress;
        bytes4[] functionSelectors;
    }

    mapping(bytes4 => address) private _facetOf;
    address[] private _facets;
    mapping(address => bytes4[]) private _selectorsOf;
    address public immutable owner = msg.sender;

    constructor(address facet, bytes4[] memory selectors) {
        _facets.push(facet);
        _selectorsOf[facet] = selectors;
        for (uint256 i = 0; i < selectors.length; i++) _facetOf[selectors[i]] = facet;
    }

    function facets() external view returns (Facet[] memory all) {
        all = new Facet[](_facets.length);
        for (uint256 i = 0; i < all.length; i++) all[i] = Facet(_facets[i], _selectorsOf[_facets[i]]);
    }

    function facetAddress(bytes4 selector) external view returns (address) {
        return _facetOf[selector];
    }

    function diamondCut(address facet, bytes4 selector) external {
        require(msg.sender == owner, "owner");
        _facetOf[selector] = facet;
    }

    fallback() external payable {
        address facet = _facetOf[msg.sig];
        require(facet != address(0), "no function");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), facet, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(done) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

/// A rollup's cheap router: one byte says what, the rest is packed. It takes from the caller and pays the caller.
contract CompactRouter {
    address public constant TREASURY = 0x000000000000000000000000000000000000bEEF;

    fallback() external payable {
        uint8 what = uint8(msg.data[0]);
        address token = address(bytes20(msg.data[1:21]));
        address other = address(bytes20(msg.data[21:41]));
        uint256 amount = uint128(bytes16(msg.data[41:57]));
        require(what < 2, "what");
        require(IERC20(token).transferFrom(msg.sender, address(this), amount), "in");
        if (what == 1) require(IERC20(other).transfer(msg.sender, amount), "out");
    }
}

/// A young vault whose program its maker can still change: UUPS, owned by one account.
contract YoungVault is UUPSUpgradeable {
    using SafeERC20 for IERC20;

    address public owner;
    mapping(address => mapping(IERC20 => uint256)) public deposits;

    function initialize(address owner_) external {
        require(owner == address(0), "set");
        owner = owner_;
    }

    function deposit(IERC20 token, uint256 amount) external {
        token.safeTransferFrom(msg.sender, address(this), amount);
        deposits[msg.sender][token] += amount;
    }

    function withdraw(IERC20 token, uint256 amount) external {
        deposits[msg.sender][token] -= amount;
        token.safeTransfer(msg.sender, amount);
    }

    function _authorizeUpgrade(address) internal view override {
        require(msg.sender == owner, "owner");
    }
}

contract YoungProxy is ERC1967Proxy {
    constructor(address code, bytes memory start) ERC1967Proxy(code, start) {}
}

contract AdminProxy is TransparentUpgradeableProxy {
    constructor(address code, address owner, bytes memory start) TransparentUpgradeableProxy(code, owner, start) {}
}

contract Delay is TimelockController {
    constructor(address[] memory who) TimelockController(2 days, who, who, address(0)) {}
}

interface IAuthorized {
    function receiveWithAuthorization(
        address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes calldata signature
    ) external;
}

/// A shop that is paid by signature (ERC-3009) and writes down what was bought; its owner collects the takings.
contract Checkout is Ownable(msg.sender) {
    using SafeERC20 for IERC20;

    mapping(address => uint256) public credit;

    event Bought(address indexed buyer, uint256 value, bytes32 order);

    function pay(
        address token, address from, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes calldata signature, bytes32 order
    ) external {
        IAuthorized(token).receiveWithAuthorization(from, address(this), value, validAfter, validBefore, nonce, signature);
        credit[from] += value;
        emit Bought(from, value, order);
    }

    function collect(IERC20 token, address to, uint256 amount) external onlyOwner {
        token.safeTransfer(to, amount);
    }

    function refund(IERC20 token, address buyer, uint256 amount) external onlyOwner {
        credit[buyer] -= amount;
        token.safeTransfer(buyer, amount);
    }

    function rescue(address token) external onlyOwner {
        IERC20(token).safeTransfer(owner(), IERC20(token).balanceOf(address(this)));
    }
}
