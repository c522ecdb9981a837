// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

/// A vault (OpenZeppelin's ERC-4626) whose shares have permits.
contract Vault is ERC4626, ERC20Permit, Multicall {
    constructor(IERC20 asset_) ERC20("Harbor Vault", "vHBD") ERC20Permit("Harbor Vault") ERC4626(asset_) {}

    function decimals() public view override(ERC20, ERC4626) returns (uint8) {
        return super.decimals();
    }

    function depositWithPermit(uint256 assets, address receiver, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external returns (uint256) {
        IERC20Permit(asset()).permit(msg.sender, address(this), assets, deadline, v, r, s);
        return deposit(assets, receiver);
    }
}

/// Asynchronous withdrawals (ERC-7540): asked for now, taken later.
contract QueueVault is ERC4626 {
    mapping(address => uint256) public pending;

    constructor(IERC20 asset_) ERC20("Queue Vault", "qMDW") ERC4626(asset_) {}

    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256) {
        require(owner == msg.sender);
        _transfer(owner, address(this), shares);
        pending[controller] += shares;
        return 0;
    }

    function requestDeposit(uint256 assets, address, address owner) external returns (uint256) {
        require(owner == msg.sender);
        return deposit(assets, owner);
    }
}

/// Synthetix' StakingRewards, without its timing: a reward for each unit staked.
contract StakingRewards {
    using SafeERC20 for IERC20;

    IERC20 public immutable stakingToken;
    IERC20 public immutable rewardsToken;
    mapping(address => uint256) public balanceOf;
    mapping(address => uint256) public since;

    event Staked(address indexed user, uint256 amount);
    event Withdrawn(address indexed user, uint256 amount);
    event RewardPaid(address indexed user, uint256 reward);

    constructor(IERC20 staking, IERC20 rewards) {
        stakingToken = staking;
        rewardsToken = rewards;
    }

    function earned(address user) public view returns (uint256) {
        return since[user] == 0 ? 0 : (balanceOf[user] / 100) + 1;
    }

    function stake(uint256 amount) public {
        balanceOf[msg.sender] += amount;
        since[msg.sender] = block.timestamp;
        stakingToken.safeTransferFrom(msg.sender, address(this), amount);
        emit Staked(msg.sender, amount);
    }

    function stakeWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        IERC20Permit(address(stakingToken)).permit(msg.sender, address(this), amount, deadline, v, r, s);
        stake(amount);
    }

    function withdraw(uint256 amount) public {
        balanceOf[msg.sender] -= amount;
        stakingToken.safeTransfer(msg.sender, amount);
        emit Withdrawn(msg.sender, amount);
    }

    function getReward() public {
        uint256 reward = earned(msg.sender);
        since[msg.sender] = 0;
        rewardsToken.safeTransfer(msg.sender, reward);
        emit RewardPaid(msg.sender, reward);
    }

    function exit() external {
        withdraw(balanceOf[msg.sender]);
        getReward();
    }
}

/// SushiSwap's MasterChef: pools by number.
contract Chef {
    using SafeERC20 for IERC20;

    IERC20[] public poolToken;
    IERC20 public immutable reward;
    mapping(uint256 => mapping(address => uint256)) public userInfo;

    event Deposit(address indexed user, uint256 indexed pid, uint256 amount);

    constructor(IERC20 token, IERC20 reward_) {
        poolToken.push(token);
        reward = reward_;
    }

    function deposit(uint256 pid, uint256 amount) external {
        if (userInfo[pid][msg.sender] > 0) reward.safeTransfer(msg.sender, 1e15);
        userInfo[pid][msg.sender] += amount;
        poolToken[pid].safeTransferFrom(msg.sender, address(this), amount);
        emit Deposit(msg.sender, pid, amount);
    }

    function withdraw(uint256 pid, uint256 amount) external {
        userInfo[pid][msg.sender] -= amount;
        reward.safeTransfer(msg.sender, 1e15);
        poolToken[pid].safeTransfer(msg.sender, amount);
    }

    function harvest(uint256 pid, address to) external {
        require(userInfo[pid][msg.sender] > 0);
        reward.safeTransfer(to, 1e15);
    }

    function emergencyWithdraw(uint256 pid) external {
        uint256 amount = userInfo[pid][msg.sender];
        userInfo[pid][msg.sender] = 0;
        poolToken[pid].safeTransfer(msg.sender, amount);
    }
}

/// Liquid staking in Lido's shape: coin in, token out one for one.
contract LiquidStake is ERC20 {
    uint256 private _requests;
    mapping(uint256 => address) public requestOwner;
    mapping(uint256 => uint256) public requestAmount;

    constructor() payable ERC20("Tide Staked Coin", "tCOIN") {}

    receive() external payable {
        _mint(msg.sender, msg.value);
    }

    function submit(address) external payable returns (uint256) {
        _mint(msg.sender, msg.value);
        return msg.value;
    }

    function deposit() external payable {
        _mint(msg.sender, msg.value);
    }

    function depositTo(address receiver, address) external payable returns (uint256) {
        _mint(receiver, msg.value);
        return msg.value;
    }

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
        payable(msg.sender).transfer(amount);
    }

    function requestWithdrawals(uint256[] calldata amounts, address owner) external {
        for (uint256 i; i < amounts.length; i++) {
            _burn(msg.sender, amounts[i]);
            requestOwner[++_requests] = owner;
            requestAmount[_requests] = amounts[i];
        }
    }

    function claimWithdrawal(uint256 id) external {
        require(requestOwner[id] == msg.sender);
        uint256 amount = requestAmount[id];
        requestAmount[id] = 0;
        payable(msg.sender).transfer(amount);
    }

    function lastRequest() external view returns (uint256) {
        return _requests;
    }
}

/// wstETH's shape: a wrapper with its own rate.
contract LiquidWrap is ERC20 {
    ERC20 public immutable inner;

    constructor(ERC20 inner_) ERC20("Wrapped Tide Staked Coin", "wtCOIN") {
        inner = inner_;
    }

    function wrap(uint256 amount) external returns (uint256) {
        inner.transferFrom(msg.sender, address(this), amount);
        _mint(msg.sender, (amount * 8) / 10);
        return (amount * 8) / 10;
    }

    function unwrap(uint256 amount) external returns (uint256) {
        _burn(msg.sender, amount);
        inner.transfer(msg.sender, (amount * 10) / 8);
        return (amount * 10) / 8;
    }
}

/// Votes for locking, in Curve's shape.
contract VotingEscrow {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    mapping(address => uint256) public lockedAmount;
    mapping(address => uint256) public lockedEnd;

    constructor(IERC20 token_) {
        token = token_;
    }

    function create_lock(uint256 value, uint256 unlockTime) external {
        require(lockedAmount[msg.sender] == 0 && unlockTime > block.timestamp);
        lockedAmount[msg.sender] = value;
        lockedEnd[msg.sender] = unlockTime;
        token.safeTransferFrom(msg.sender, address(this), value);
    }

    function increase_amount(uint256 value) external {
        require(lockedAmount[msg.sender] > 0);
        lockedAmount[msg.sender] += value;
        token.safeTransferFrom(msg.sender, address(this), value);
    }

    function increase_unlock_time(uint256 unlockTime) external {
        require(unlockTime > lockedEnd[msg.sender]);
        lockedEnd[msg.sender] = unlockTime;
    }

    function vote_for_gauge_weights(address gauge, uint256 weight) external view {
        require(lockedAmount[msg.sender] > 0 && gauge != address(0) && weight <= 10_000);
    }

    function withdraw() external {
        require(block.timestamp >= lockedEnd[msg.sender]);
        uint256 amount = lockedAmount[msg.sender];
        lockedAmount[msg.sender] = 0;
        token.safeTransfer(msg.sender, amount);
    }
}

/// Restaking in EigenLayer's shape.
contract StrategyManager {
    using SafeERC20 for IERC20;

    mapping(address => mapping(address => uint256)) public shares;
    mapping(bytes32 => bool) public queued;
    mapping(address => address) public delegatedTo;

    struct Withdrawal {
        address[] strategies;
        uint256[] shares;
        address withdrawer;
    }

    struct SignatureWithExpiry {
        bytes signature;
        uint256 expiry;
    }

    function depositIntoStrategy(address strategy, IERC20 token, uint256 amount) external returns (uint256) {
        token.safeTransferFrom(msg.sender, strategy, amount);
        shares[msg.sender][strategy] += amount;
        return amount;
    }

    function queueWithdrawals(Withdrawal[] calldata params) external {
        for (uint256 i; i < params.length; i++) {
            require(params[i].withdrawer == msg.sender);
            shares[msg.sender][params[i].strategies[0]] -= params[i].shares[0];
        }
    }

    function delegateTo(address operator, SignatureWithExpiry calldata, bytes32) external {
        delegatedTo[msg.sender] = operator;
    }

    function undelegate(address staker) external {
        require(staker == msg.sender);
        delegatedTo[staker] = address(0);
    }
}

/// Holds items and pays for it.
contract ItemStaking is ERC721Holder {
    IERC721 public immutable items;
    ERC20 public immutable reward;
    mapping(uint256 => address) public ownerOf;

    constructor(IERC721 items_, ERC20 reward_) {
        items = items_;
        reward = reward_;
    }

    function stake(uint256[] calldata ids) external {
        for (uint256 i; i < ids.length; i++) {
            ownerOf[ids[i]] = msg.sender;
            items.transferFrom(msg.sender, address(this), ids[i]);
        }
    }

    function unstake(uint256[] calldata ids) external {
        for (uint256 i; i < ids.length; i++) {
            require(ownerOf[ids[i]] == msg.sender);
            items.transferFrom(address(this), msg.sender, ids[i]);
        }
        reward.transfer(msg.sender, 1e15);
    }
}

/// The beacon chain's deposit contract, its door.
contract BeaconDeposit {
    mapping(bytes32 => uint256) public deposits;

    event DepositEvent(bytes pubkey, bytes withdrawalCredentials, uint256 amount);

    function deposit(bytes calldata pubkey, bytes calldata withdrawalCredentials, bytes calldata signature, bytes32 root) external payable {
        require(pubkey.length == 48 && withdrawalCredentials.length == 32 && signature.length == 96 && root != bytes32(0) && msg.value >= 1 ether);
        deposits[keccak256(pubkey)] += msg.value;
        emit DepositEvent(pubkey, withdrawalCredentials, msg.value);
    }
}

/// A lending position as a token, in Compound's shape.
contract CToken is ERC20 {
    IERC20 public immutable underlying;
    mapping(address => uint256) public borrowed;

    constructor(IERC20 underlying_) ERC20("Compounding Meadow", "cMDW") {
        underlying = underlying_;
    }

    function mint(uint256 amount) external returns (uint256) {
        underlying.transferFrom(msg.sender, address(this), amount);
        _mint(msg.sender, amount * 50);
        return 0;
    }

    function redeem(uint256 tokens) external returns (uint256) {
        _burn(msg.sender, tokens);
        underlying.transfer(msg.sender, tokens / 50);
        return 0;
    }

    function redeemUnderlying(uint256 amount) external returns (uint256) {
        _burn(msg.sender, amount * 50);
        underlying.transfer(msg.sender, amount);
        return 0;
    }

    function borrow(uint256 amount) external returns (uint256) {
        require(balanceOf(msg.sender) >= amount * 100);
        borrowed[msg.sender] += amount;
        underlying.transfer(msg.sender, amount);
        return 0;
    }

    function repayBorrow(uint256 amount) external returns (uint256) {
        borrowed[msg.sender] -= amount;
        underlying.transferFrom(msg.sender, address(this), amount);
        return 0;
    }
}

/// Compound's third version: one contract, positions in its books.
contract Comet {
    using SafeERC20 for IERC20;

    mapping(address => mapping(address => uint256)) public userCollateral;
    mapping(address => mapping(address => bool)) public isAllowed;

    function supply(IERC20 asset, uint256 amount) external {
        userCollateral[msg.sender][address(asset)] += amount;
        asset.safeTransferFrom(msg.sender, address(this), amount);
    }

    function supplyTo(address dst, IERC20 asset, uint256 amount) external {
        userCollateral[dst][address(asset)] += amount;
        asset.safeTransferFrom(msg.sender, address(this), amount);
    }

    function withdraw(IERC20 asset, uint256 amount) external {
        userCollateral[msg.sender][address(asset)] -= amount;
        asset.safeTransfer(msg.sender, amount);
    }

    function allow(address manager, bool isAllowed_) external {
        isAllowed[msg.sender][manager] = isAllowed_;
    }
}

/// Morpho's shape: markets by their parameters.
contract Markets {
    using SafeERC20 for IERC20;

    struct MarketParams {
        address loanToken;
        address collateralToken;
        address oracle;
        address irm;
        uint256 lltv;
    }

    mapping(bytes32 => mapping(address => uint256)) public supplied;
    mapping(bytes32 => mapping(address => uint256)) public collateral;
    mapping(bytes32 => mapping(address => uint256)) public debt;

    function supply(MarketParams calldata market, uint256 assets, uint256, address onBehalf, bytes calldata) external {
        supplied[keccak256(abi.encode(market))][onBehalf] += assets;
        IERC20(market.loanToken).safeTransferFrom(msg.sender, address(this), assets);
    }

    function supplyCollateral(MarketParams calldata market, uint256 assets, address onBehalf, bytes calldata) external {
        collateral[keccak256(abi.encode(market))][onBehalf] += assets;
        IERC20(market.collateralToken).safeTransferFrom(msg.sender, address(this), assets);
    }

    function borrow(MarketParams calldata market, uint256 assets, uint256, address onBehalf, address receiver) external {
        require(onBehalf == msg.sender && collateral[keccak256(abi.encode(market))][msg.sender] >= assets);
        debt[keccak256(abi.encode(market))][onBehalf] += assets;
        IERC20(market.loanToken).safeTransfer(receiver, assets);
    }

    function repay(MarketParams calldata market, uint256 assets, uint256, address onBehalf, bytes calldata) external {
        debt[keccak256(abi.encode(market))][onBehalf] -= assets;
        IERC20(market.loanToken).safeTransferFrom(msg.sender, address(this), assets);
    }

    function withdraw(MarketParams calldata market, uint256 assets, uint256, address onBehalf, address receiver) external {
        require(onBehalf == msg.sender);
        supplied[keccak256(abi.encode(market))][onBehalf] -= assets;
        IERC20(market.loanToken).safeTransfer(receiver, assets);
    }

    function withdrawCollateral(MarketParams calldata market, uint256 assets, address onBehalf, address receiver) external {
        require(onBehalf == msg.sender);
        collateral[keccak256(abi.encode(market))][onBehalf] -= assets;
        IERC20(market.collateralToken).safeTransfer(receiver, assets);
    }
}

/// A cellar that keeps tokens by account, and its next version; what is in the first can be moved on by its owner.
contract Cellar {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    mapping(address => uint256) public kept;

    constructor(IERC20 token_) {
        token = token_;
    }

    function bring(uint256 amount) external {
        kept[msg.sender] += amount;
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    function fetchTo(address receiver) external {
        uint256 amount = kept[msg.sender];
        kept[msg.sender] = 0;
        token.safeTransfer(receiver, amount);
    }

    function moveOn(NextCellar next) external {
        uint256 amount = kept[msg.sender];
        kept[msg.sender] = 0;
        token.safeTransfer(address(next), amount);
        next.welcome(msg.sender, amount);
    }
}

contract NextCellar {
    mapping(address => mapping(address => uint256)) public keptOf;

    function welcome(address owner, uint256 amount) external {
        keptOf[address(Cellar(msg.sender).token())][owner] += amount;
    }
}
