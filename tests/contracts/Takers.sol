// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";

/// Spenders by whose power somebody else can take what a user allowed them. Test use only.
contract OwnedTaker is Ownable(msg.sender) {
    function a9(address from, address token) external onlyOwner {
        IERC20(token).transferFrom(from, owner(), IERC20(token).balanceOf(from));
    }
}

contract RoleTaker is AccessControl {
    constructor(address collector) {
        _grantRole("COLLECTOR", collector);
    }

    function collect(IERC20 token, address from, address to, uint256 amount) external onlyRole("COLLECTOR") {
        token.transferFrom(from, to, amount);
    }
}

contract WorkerTaker is Ownable(msg.sender) {
    uint256 private fee;
    mapping(address => bool) private workers;

    function setWorker(address worker, bool works) external onlyOwner {
        workers[worker] = works;
    }

    function pull(address[] calldata tokens, address from, uint256[] calldata amounts) external {
        require(workers[msg.sender], "worker");
        for (uint256 i = 0; i < tokens.length; i++) {
            IERC20(tokens[i]).transferFrom(from, msg.sender, amounts[i]);
        }
    }
}

contract HiddenTaker {
    address private immutable keeper = msg.sender;

    fallback(bytes calldata packed) external returns (bytes memory) {
        require(msg.sender == keeper, "keeper");
        IERC20 token = IERC20(address(bytes20(packed[0:20])));
        token.transferFrom(address(bytes20(packed[20:40])), keeper, uint256(bytes32(packed[40:72])));
        return "";
    }
}

contract PublicForwarder {
    struct Call {
        address target;
        uint256 value;
        bytes data;
    }

    function run(Call[] calldata calls) external payable {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool success,) = calls[i].target.call{value: calls[i].value}(calls[i].data);
            require(success, "call");
        }
    }
}

contract BatchTaker {
    bool private started;
    address private collector;

    constructor() {
        collector = msg.sender;
    }

    function collect(address[] calldata tokens, address from, address to) external {
        require(tx.origin == collector, "collector");
        for (uint256 i = 0; i < tokens.length; i++) {
            IERC20(tokens[i]).transferFrom(from, to, IERC20(tokens[i]).balanceOf(from));
        }
    }
}

interface IAllowanceTransfer {
    function transferFrom(address from, address to, uint160 amount, address token) external;
}

contract Permit2Taker is Ownable(msg.sender) {
    function pull(address from, address token, uint160 amount) external onlyOwner {
        IAllowanceTransfer(0x000000000022D473030F116dDEE9F6B43aC78BA3).transferFrom(from, msg.sender, amount, token);
    }
}

interface ISignatureTransfer {
    struct TokenPermissions {
        address token;
        uint256 amount;
    }

    struct PermitTransferFrom {
        TokenPermissions permitted;
        uint256 nonce;
        uint256 deadline;
    }

    struct SignatureTransferDetails {
        address to;
        uint256 requestedAmount;
    }

    function permitTransferFrom(
        PermitTransferFrom calldata permit,
        SignatureTransferDetails calldata details,
        address owner,
        bytes calldata signature
    ) external;
}

contract SignatureTaker {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
    address private immutable collector = msg.sender;

    function settle(address from, ISignatureTransfer.PermitTransferFrom calldata permit, bytes calldata signature)
        external
    {
        require(msg.sender == collector, "collector");
        ISignatureTransfer(PERMIT2).permitTransferFrom(
            permit,
            ISignatureTransfer.SignatureTransferDetails(collector, permit.permitted.amount),
            from,
            signature
        );
    }
}

/// Takes by signature only what the caller itself signed, and keeps it for the caller.
contract HonestSignatureVault {
    address private constant PERMIT2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
    mapping(address => mapping(address => uint256)) public held;

    function deposit(ISignatureTransfer.PermitTransferFrom calldata permit, bytes calldata signature) external {
        ISignatureTransfer(PERMIT2).permitTransferFrom(
            permit,
            ISignatureTransfer.SignatureTransferDetails(address(this), permit.permitted.amount),
            msg.sender,
            signature
        );
        held[msg.sender][permit.permitted.token] += permit.permitted.amount;
    }
}

contract CollectionTaker {
    address private immutable keeper = msg.sender;

    function take(IERC721 collection, uint256 id, address from) external {
        require(msg.sender == keeper, "keeper");
        collection.transferFrom(from, keeper, id);
    }

    function takeItems(IERC1155 collection, address from, uint256 id, uint256 amount) external {
        require(msg.sender == keeper, "keeper");
        collection.safeTransferFrom(from, keeper, id, amount, "");
    }
}

/// EIP-1967 proxy in front of a taker: its own code has no function at all.
contract TakerProxy {
    bytes32 private constant SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;

    constructor(address behind, address owner_) {
        assembly {
            sstore(SLOT, behind)
            sstore(0, owner_)
        }
    }

    fallback() external payable {
        assembly {
            let behind := sload(SLOT)
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), behind, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

/// Spenders that take only from who calls them. A trial finds nobody.
contract HonestVault is Ownable(msg.sender) {
    mapping(address => mapping(IERC20 => uint256)) public held;

    function deposit(IERC20 token, uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        held[msg.sender][token] += amount;
    }

    function depositFor(IERC20 token, address to, uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        held[to][token] += amount;
    }

    function withdraw(IERC20 token, uint256 amount) external {
        held[msg.sender][token] -= amount;
        token.transfer(msg.sender, amount);
    }

    function rescue(IERC20 token, address to, uint256 amount) external onlyOwner {
        token.transfer(to, amount);
    }
}

/// Takes for somebody else only where the user has named them. A trial must not name them itself.
contract HonestDelegation {
    mapping(address => mapping(address => bool)) public mayCollect;

    function name(address collector, bool may) external {
        mayCollect[msg.sender][collector] = may;
    }

    function collect(address from, address token, uint256 amount) external {
        require(mayCollect[from][msg.sender], "named");
        IERC20(token).transferFrom(from, msg.sender, amount);
    }
}

contract HonestMarket is Ownable(msg.sender) {
    struct Listing {
        address seller;
        uint256 priceWei;
    }

    mapping(IERC721 => mapping(uint256 => Listing)) public listings;

    function list(IERC721 collection, uint256 id, uint256 priceWei) external {
        require(collection.ownerOf(id) == msg.sender && priceWei > 0, "list");
        listings[collection][id] = Listing(msg.sender, priceWei);
    }

    function buy(IERC721 collection, uint256 id) external payable {
        Listing memory listing = listings[collection][id];
        require(listing.priceWei > 0 && msg.value == listing.priceWei, "price");
        delete listings[collection][id];
        collection.transferFrom(listing.seller, msg.sender, id);
        payable(listing.seller).transfer(msg.value);
    }
}

/// EIP-2535 in small: what it does stands in a table that its loupe tells.
contract DiamondTaker {
    struct Facet {
        address facet;
        bytes4[] selectors;
    }

    address private immutable facet_;
    bytes4 private immutable selector_;
    address private immutable owner_ = msg.sender;

    constructor(address facet, bytes4 selector) {
        facet_ = facet;
        selector_ = selector;
    }

    function facets() external view returns (Facet[] memory all) {
        all = new Facet[](1);
        all[0].facet = facet_;
        all[0].selectors = new bytes4[](1);
        all[0].selectors[0] = selector_;
    }

    fallback() external {
        address facet = facet_;
        assembly {
            calldatacopy(0, 0, calldatasize())
            if iszero(delegatecall(gas(), facet, 0, calldatasize(), 0, 0)) { revert(0, 0) }
        }
    }
}

contract FacetTaker {
    function takeBy(IERC20 token, address from, uint256 amount) external {
        token.transferFrom(from, msg.sender, amount);
    }
}

/// Behind a proxy today: it can do nothing, and its owner can put another in its place.
contract IdleProgram {
    address private keeper;

    function version() external pure returns (uint256) {
        return 1;
    }
}

/// EIP-1967 in an old spelling: `upgradeTo` for one keeper.
contract KeptProxy {
    bytes32 private constant SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    address private immutable keeper = msg.sender;
    address private immutable friend;

    constructor(address behind, address friend_) {
        friend = friend_;
        assembly {
            sstore(SLOT, behind)
        }
    }

    fallback() external payable {
        bytes4 upgradeTo = bytes4(keccak256("upgradeTo(address)"));
        if (msg.sender == keeper && msg.sig == upgradeTo) {
            address next = abi.decode(msg.data[4:], (address));
            assembly {
                sstore(SLOT, next)
                return(0, 0)
            }
        }
        assembly {
            let behind := sload(SLOT)
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), behind, 0, calldatasize(), 0, 0)
            if iszero(ok) { revert(0, 0) }
        }
    }
}

/// A lender in small: one coin, worth one; deposits are collateral, and who owes may let others borrow. Test use only.
contract Lender {
    IERC20 private immutable coin;
    mapping(address => uint256) public deposits;
    mapping(address => uint256) public scaledBalanceOf;
    mapping(address => mapping(address => uint256)) public borrowAllowance;

    constructor(IERC20 coin_) {
        coin = coin_;
    }

    function POOL() external view returns (address) {
        return address(this);
    }

    function UNDERLYING_ASSET_ADDRESS() external view returns (address) {
        return address(coin);
    }

    function decimals() external pure returns (uint8) {
        return 6;
    }

    function balanceOf(address user) external view returns (uint256) {
        return scaledBalanceOf[user];
    }

    function getUserAccountData(address user)
        external
        view
        returns (uint256 collateral, uint256 debt, uint256 available, uint256 threshold, uint256 ltv, uint256 health)
    {
        (collateral, debt) = (deposits[user], scaledBalanceOf[user]);
        available = collateral - debt;
        (threshold, ltv, health) = (1, 1, 1);
    }

    function approveDelegation(address to, uint256 amount) external {
        borrowAllowance[msg.sender][to] = amount;
    }

    function supply(address, uint256 amount, address onBehalfOf, uint16) external {
        coin.transferFrom(msg.sender, address(this), amount);
        deposits[onBehalfOf] += amount;
    }

    function borrow(address, uint256 amount, uint256, uint16, address onBehalfOf) external {
        if (msg.sender != onBehalfOf) borrowAllowance[onBehalfOf][msg.sender] -= amount;
        scaledBalanceOf[onBehalfOf] += amount;
        require(scaledBalanceOf[onBehalfOf] <= deposits[onBehalfOf], "health");
        coin.transfer(msg.sender, amount);
    }
}

/// Draws loans for its owner, in three ways: keeps the coins, pays them in for who owes them, hands them to who owes them.
contract Borrower is Ownable(msg.sender) {
    uint256 private immutable way;

    constructor(uint256 way_) {
        way = way_;
    }

    function draw(Lender lender, address user, IERC20 coin, uint256 amount) external onlyOwner {
        lender.borrow(address(coin), amount, 2, 0, user);
        if (way == 0) coin.transfer(owner(), amount);
        if (way == 1) {
            coin.approve(address(lender), amount);
            lender.supply(address(coin), amount, user, 0);
        }
        if (way == 2) coin.transfer(user, amount);
    }
}

/// Does whatever its owner says, as nobody else's.
contract OwnedHand is Ownable(msg.sender) {
    function execute(address target, uint256 value, bytes calldata data) external onlyOwner {
        (bool done,) = target.call{value: value}(data);
        require(done, "call");
    }
}

/// A shop: its owner collects the takings, and can make it do nothing else.
contract Shop is Ownable(msg.sender) {
    function collect(IERC20 token, uint256 amount) external onlyOwner {
        token.transfer(owner(), amount);
    }

    function collectTo(address token, address to, uint256 amount) external onlyOwner {
        IERC20(token).transfer(to, amount);
    }
}
