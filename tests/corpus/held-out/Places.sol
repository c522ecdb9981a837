// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Account as AccountBase} from "@openzeppelin/contracts/account/Account.sol";
import {ERC7821} from "@openzeppelin/contracts/account/extensions/draft-ERC7821.sol";
import {SignerEIP7702} from "@openzeppelin/contracts/utils/cryptography/signers/SignerEIP7702.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// Maker's proxy in front of a person's vaults.
contract ProxyHome {
    address public owner;

    event LogSetOwner(address indexed owner);

    constructor(address owner_) {
        owner = owner_;
    }

    modifier auth() {
        require(msg.sender == owner || msg.sender == address(this), "ds-auth-unauthorized");
        _;
    }

    function setOwner(address owner_) public auth {
        owner = owner_;
        emit LogSetOwner(owner_);
    }

    function execute(address target, bytes memory data) public payable auth returns (bytes32 response) {
        assembly {
            let ok := delegatecall(gas(), target, add(data, 0x20), mload(data), 0, 32)
            response := mload(0)
            if iszero(ok) { revert(0, 0) }
        }
    }

    receive() external payable {}
}

contract ProxyActions {
    function pay(address payable to, uint256 amount) external {
        to.transfer(amount);
    }

    function sendToken(IERC20 token, address to, uint256 amount) external {
        token.transfer(to, amount);
    }
}

/// The user's own proxy of the Wyvern days: approved for their items, upgradeable by them.
contract OwnedProxyHome {
    address public upgradeabilityOwner;
    address internal _implementation;

    event Upgraded(address indexed implementation);

    constructor(address owner_, address implementation_) {
        (upgradeabilityOwner, _implementation) = (owner_, implementation_);
    }

    function implementation() external view returns (address) {
        return _implementation;
    }

    function upgradeTo(address next) external {
        require(msg.sender == upgradeabilityOwner);
        _implementation = next;
        emit Upgraded(next);
    }

    fallback() external payable {
        address code = _implementation;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}

contract ProxyHomeCode {
    function user() external pure returns (uint256) {
        return 1;
    }
}

/// Somebody's strongbox behind a UUPS proxy.
contract Strongbox is UUPSUpgradeable {
    address public owner;

    function initialize(address owner_) external {
        require(owner == address(0));
        owner = owner_;
    }

    function out(address payable to) external {
        require(msg.sender == owner);
        to.transfer(address(this).balance);
    }

    function _authorizeUpgrade(address) internal view override {
        require(msg.sender == owner, "owner");
    }

    receive() external payable {}
}

/// A till that belongs to whoever is the owner.
contract ShopTill is Ownable {
    constructor(address owner_) payable Ownable(owner_) {}

    function takings(address payable to) external onlyOwner {
        to.transfer(address(this).balance);
    }
}

contract ClubTreasury is AccessControl {
    bytes32 public constant TREASURER = keccak256("TREASURER");

    constructor(address admin) payable {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(TREASURER, admin);
    }

    function pay(address payable to, uint256 amount) external onlyRole(TREASURER) {
        to.transfer(amount);
    }
}

/// Batches for an account of EIP-7702, by its own key only (ERC-7821).
contract BatchDelegate is AccountBase, SignerEIP7702, ERC7821 {
    function _erc7821AuthorizedExecutor(address caller, bytes32 mode, bytes calldata data) internal view override returns (bool) {
        return caller == address(this) || super._erc7821AuthorizedExecutor(caller, mode, data);
    }
}

/// An account with modules and sessions.
contract ModularDelegate {
    mapping(uint256 => mapping(address => bool)) public installed;
    mapping(address => uint256) public sessionUntil;

    event ModuleInstalled(uint256 moduleTypeId, address module);

    modifier self() {
        require(msg.sender == address(this), "self");
        _;
    }

    function installModule(uint256 moduleTypeId, address module, bytes calldata) external self {
        installed[moduleTypeId][module] = true;
        emit ModuleInstalled(moduleTypeId, module);
    }

    function isModuleInstalled(uint256 moduleTypeId, address module, bytes calldata) external view returns (bool) {
        return installed[moduleTypeId][module];
    }

    function addSession(address key, uint256 until) external self {
        sessionUntil[key] = until;
    }

    function execute(address to, uint256 value, bytes calldata data) external payable {
        require(msg.sender == address(this) || sessionUntil[msg.sender] > block.timestamp, "no session");
        (bool ok,) = to.call{value: value}(data);
        require(ok);
    }

    function executeFromExecutor(bytes32, bytes calldata packed) external {
        require(installed[2][msg.sender], "executor");
        (bool ok,) = address(bytes20(packed[:20])).call{value: uint256(bytes32(packed[20:52]))}(packed[52:]);
        require(ok);
    }

    receive() external payable {}
}

/// Esperance of restakers: shares that are queued out to whom the caller names (EigenLayer before 2024).
contract Restaking {
    mapping(address => mapping(address => uint256)) public stakerStrategyShares;
    mapping(address => IERC20) public tokenOf;
    mapping(bytes32 => bool) public withdrawalRootPending;
    uint96 public numWithdrawalsQueued;

    struct WithdrawerAndNonce {
        address withdrawer;
        uint96 nonce;
    }

    event ShareWithdrawalQueued(address depositor, uint96 nonce, address strategy, uint256 shares);

    function depositIntoStrategy(address strategy, IERC20 token, uint256 amount) external returns (uint256) {
        token.transferFrom(msg.sender, address(this), amount);
        stakerStrategyShares[msg.sender][strategy] += amount;
        tokenOf[strategy] = token;
        return amount;
    }

    function queueWithdrawal(uint256[] calldata, address[] calldata strategies, uint256[] calldata shares, address withdrawer, bool) external returns (bytes32 root) {
        for (uint256 i; i < strategies.length; ++i) {
            stakerStrategyShares[msg.sender][strategies[i]] -= shares[i];
            emit ShareWithdrawalQueued(msg.sender, numWithdrawalsQueued, strategies[i], shares[i]);
        }
        root = keccak256(abi.encode(strategies, shares, withdrawer, numWithdrawalsQueued++));
        withdrawalRootPending[root] = true;
    }

    function completeQueuedWithdrawal(address[] calldata strategies, uint256[] calldata shares, uint96 nonce) external {
        bytes32 root = keccak256(abi.encode(strategies, shares, msg.sender, nonce));
        require(withdrawalRootPending[root], "not queued");
        delete withdrawalRootPending[root];
        for (uint256 i; i < strategies.length; ++i) tokenOf[strategies[i]].transfer(msg.sender, shares[i]);
    }
}

/// A withdrawal queue whose tickets have owners.
contract ExitQueue {
    IERC20 public immutable token;
    uint256 public lastId;
    mapping(uint256 => address) public ownerOf;
    mapping(uint256 => uint256) public amountOf;

    constructor(IERC20 token_) {
        token = token_;
    }

    function requestWithdrawals(uint256[] calldata amounts, address owner) external {
        for (uint256 i; i < amounts.length; ++i) {
            token.transferFrom(msg.sender, address(this), amounts[i]);
            (ownerOf[++lastId], amountOf[lastId]) = (owner, amounts[i]);
        }
    }

    function claimWithdrawal(uint256 id) external {
        require(ownerOf[id] == msg.sender, "owner");
        ownerOf[id] = address(0);
        token.transfer(msg.sender, amountOf[id]);
    }
}

/// A lending book where a manager may act for an account (Morpho's and Compound's shape).
contract IsleMarkets {
    struct Authorization {
        address authorizer;
        address authorized;
        bool isAuthorized;
        uint256 nonce;
        uint256 deadline;
    }

    struct Signature {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    IERC20 public immutable token;
    mapping(address => uint256) public supplied;
    mapping(address => mapping(address => bool)) public isAuthorized;
    mapping(address => uint256) public nonce;
    bytes32 public immutable DOMAIN_SEPARATOR =
        keccak256(abi.encode(keccak256("EIP712Domain(uint256 chainId,address verifyingContract)"), block.chainid, address(this)));

    constructor(IERC20 token_) {
        token = token_;
    }

    function supply(uint256 amount, address onBehalf) external {
        token.transferFrom(msg.sender, address(this), amount);
        supplied[onBehalf] += amount;
    }

    function setAuthorization(address authorized, bool newIsAuthorized) external {
        isAuthorized[msg.sender][authorized] = newIsAuthorized;
    }

    function setAuthorizationWithSig(Authorization calldata a, Signature calldata sig) external {
        require(block.timestamp <= a.deadline && a.nonce == nonce[a.authorizer]++, "expired");
        bytes32 hash = keccak256(
            abi.encode(
                keccak256("Authorization(address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline)"), a
            )
        );
        require(ECDSA.recover(keccak256(abi.encodePacked("\x19\x01", DOMAIN_SEPARATOR, hash)), sig.v, sig.r, sig.s) == a.authorizer, "signature");
        isAuthorized[a.authorizer][a.authorized] = a.isAuthorized;
    }

    function withdraw(uint256 amount, address onBehalf, address receiver) external {
        require(onBehalf == msg.sender || isAuthorized[onBehalf][msg.sender], "unauthorized");
        supplied[onBehalf] -= amount;
        token.transfer(receiver, amount);
    }
}

/// Leveraged rewards whose whole account can be handed on (GMX).
contract RewardHouse {
    IERC20 public immutable token;
    mapping(address => uint256) public stakedAmounts;
    mapping(address => address) public pendingReceivers;

    constructor(IERC20 token_) {
        token = token_;
    }

    function stakeGmx(uint256 amount) external {
        token.transferFrom(msg.sender, address(this), amount);
        stakedAmounts[msg.sender] += amount;
    }

    function unstakeGmx(uint256 amount) external {
        stakedAmounts[msg.sender] -= amount;
        token.transfer(msg.sender, amount);
    }

    function signalTransfer(address receiver) external {
        pendingReceivers[msg.sender] = receiver;
    }

    function acceptTransfer(address sender) external {
        require(pendingReceivers[sender] == msg.sender, "transfer not signalled");
        stakedAmounts[msg.sender] += stakedAmounts[sender];
        (stakedAmounts[sender], pendingReceivers[sender]) = (0, address(0));
    }
}

/// An exchange of orders under a signed root, and of single ones.
contract RootExchange is EIP712 {
    struct Order {
        address trader;
        uint8 side;
        address matchingPolicy;
        address collection;
        uint256 tokenId;
        uint256 amount;
        address paymentToken;
        uint256 price;
        uint256 listingTime;
        uint256 expirationTime;
        uint256 salt;
        uint256 nonce;
    }

    bytes32 public constant ORDER_TYPEHASH = keccak256(
        "Order(address trader,uint8 side,address matchingPolicy,address collection,uint256 tokenId,uint256 amount,address paymentToken,uint256 price,uint256 listingTime,uint256 expirationTime,uint256 salt,uint256 nonce)"
    );

    constructor() EIP712("Blur Exchange", "1.0") {}

    function hashOrder(Order calldata order) public pure returns (bytes32) {
        return keccak256(abi.encode(ORDER_TYPEHASH, order));
    }

    function execute(Order calldata sell, bytes calldata signature, bytes32[] calldata path) external payable {
        require(msg.value == sell.price, "price");
        bytes32 root = MerkleProof.processProofCalldata(path, hashOrder(sell));
        bytes32 hash = path.length == 0
            ? _hashTypedDataV4(hashOrder(sell))
            : _hashTypedDataV4(keccak256(abi.encode(keccak256("Root(bytes32 root)"), root)));
        require(ECDSA.recover(hash, signature) == sell.trader, "signature");
        payable(sell.trader).transfer(msg.value);
        IERC721(sell.collection).transferFrom(sell.trader, msg.sender, sell.tokenId);
    }
}

/// 0x's features for items and for limit orders, as far as sellers are concerned.
contract ZeroLike is EIP712 {
    struct Fee {
        address recipient;
        uint256 amount;
        bytes feeData;
    }

    struct Property {
        address propertyValidator;
        bytes propertyData;
    }

    struct ERC721Order {
        uint8 direction;
        address maker;
        address taker;
        uint256 expiry;
        uint256 nonce;
        address erc20Token;
        uint256 erc20TokenAmount;
        Fee[] fees;
        address erc721Token;
        uint256 erc721TokenId;
        Property[] erc721TokenProperties;
    }

    struct LimitOrder {
        address makerToken;
        address takerToken;
        uint128 makerAmount;
        uint128 takerAmount;
        uint128 takerTokenFeeAmount;
        address maker;
        address taker;
        address sender;
        address feeRecipient;
        bytes32 pool;
        uint64 expiry;
        uint256 salt;
    }

    constructor() EIP712("ZeroEx", "1.0.0") {}

    function buyERC721(ERC721Order calldata o, bytes calldata signature) external payable {
        require(o.taker == address(0) || o.taker == msg.sender, "taker");
        require(o.fees.length == 0 && o.erc721TokenProperties.length == 0 && block.timestamp < o.expiry);
        bytes32 hash = keccak256(
            abi.encode(
                keccak256(
                    "ERC721Order(uint8 direction,address maker,address taker,uint256 expiry,uint256 nonce,address erc20Token,uint256 erc20TokenAmount,Fee[] fees,address erc721Token,uint256 erc721TokenId,Property[] erc721TokenProperties)Fee(address recipient,uint256 amount,bytes feeData)Property(address propertyValidator,bytes propertyData)"
                ),
                o.direction, o.maker, o.taker, o.expiry, o.nonce, o.erc20Token, o.erc20TokenAmount, keccak256(""), o.erc721Token, o.erc721TokenId, keccak256("")
            )
        );
        require(ECDSA.recover(_hashTypedDataV4(hash), signature) == o.maker, "signature");
        if (o.erc20TokenAmount > 0) payable(o.maker).transfer(o.erc20TokenAmount);
        IERC721(o.erc721Token).transferFrom(o.maker, msg.sender, o.erc721TokenId);
    }

    function fillLimitOrder(LimitOrder calldata o, bytes calldata signature) external {
        require(o.taker == address(0) || o.taker == msg.sender, "taker");
        bytes32 hash = keccak256(
            abi.encode(
                keccak256(
                    "LimitOrder(address makerToken,address takerToken,uint128 makerAmount,uint128 takerAmount,uint128 takerTokenFeeAmount,address maker,address taker,address sender,address feeRecipient,bytes32 pool,uint64 expiry,uint256 salt)"
                ),
                o
            )
        );
        require(block.timestamp < o.expiry && ECDSA.recover(_hashTypedDataV4(hash), signature) == o.maker, "signature");
        if (o.takerAmount > 0) IERC20(o.takerToken).transferFrom(msg.sender, o.maker, o.takerAmount);
        IERC20(o.makerToken).transferFrom(o.maker, msg.sender, o.makerAmount);
    }
}

/// CoW's settlement and its relayer in one: a solver's fill of one order.
contract BatchSettlement is EIP712 {
    bytes32 private constant TYPE = keccak256(
        "Order(address sellToken,address buyToken,address receiver,uint256 sellAmount,uint256 buyAmount,uint32 validTo,bytes32 appData,uint256 feeAmount,string kind,bool partiallyFillable,string sellTokenBalance,string buyTokenBalance)"
    );

    struct Order {
        address sellToken;
        address buyToken;
        address receiver;
        uint256 sellAmount;
        uint256 buyAmount;
        uint32 validTo;
        bytes32 appData;
        uint256 feeAmount;
    }

    constructor() EIP712("Gnosis Protocol", "v2") {}

    function settle(Order calldata o, bytes calldata signature, uint256 give) external {
        require(give >= o.buyAmount && block.timestamp <= o.validTo, "limit");
        bytes32 hash = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    TYPE, o.sellToken, o.buyToken, o.receiver, o.sellAmount, o.buyAmount, o.validTo, o.appData, o.feeAmount,
                    keccak256("sell"), false, keccak256("erc20"), keccak256("erc20")
                )
            )
        );
        address maker = ECDSA.recover(hash, signature);
        IERC20(o.sellToken).transferFrom(maker, msg.sender, o.sellAmount);
        IERC20(o.buyToken).transferFrom(msg.sender, o.receiver == address(0) ? maker : o.receiver, give);
    }
}

/// Balances on another layer that a derived key commands.
contract LayerTwo {
    mapping(address => uint256) public balanceOf;

    function depositFor(address key) external payable {
        balanceOf[key] += msg.value;
    }

    function withdraw(address payable to, uint256 amount, bytes calldata signature) external {
        bytes32 hash = keccak256(abi.encode(address(this), to, amount));
        address key = ECDSA.recover(hash, signature);
        balanceOf[key] -= amount;
        to.transfer(amount);
    }
}

/// A relay whose domain says nothing but a name.
contract NamelessRelay {
    mapping(address => uint256) public nonces;

    function relay(address from, IERC20 token, address to, uint256 amount, uint256 nonce, bytes calldata signature) external {
        bytes32 domain = keccak256(abi.encode(keccak256("EIP712Domain(string name)"), keccak256("Relay")));
        bytes32 hash = keccak256(
            abi.encode(keccak256("Move(address from,address token,address to,uint256 amount,uint256 nonce)"), from, token, to, amount, nonces[from]++)
        );
        require(nonce + 1 == nonces[from] && ECDSA.recover(keccak256(abi.encodePacked("\x19\x01", domain, hash)), signature) == from, "signature");
        token.transferFrom(from, to, amount);
    }
}

/// A coin that takes native meta-transactions (Polygon's).
contract MetaCoin is ERC20, EIP712 {
    address public immutable issuer = msg.sender;
    mapping(address => uint256) public metaNonces;

    constructor() ERC20("Wayside", "WAY") EIP712("Wayside", "1") {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer);
        _mint(to, amount);
    }

    function executeMetaTransaction(address user, bytes calldata functionSignature, bytes32 r, bytes32 s, uint8 v) external returns (bytes memory) {
        bytes32 hash = keccak256(
            abi.encode(
                keccak256("MetaTransaction(uint256 nonce,address from,bytes functionSignature)"), metaNonces[user]++, user, keccak256(functionSignature)
            )
        );
        require(ECDSA.recover(_hashTypedDataV4(hash), v, r, s) == user, "signature");
        (bool ok, bytes memory result) = address(this).call(abi.encodePacked(functionSignature, user));
        require(ok);
        return result;
    }

    function _msgSender() internal view override returns (address sender) {
        if (msg.sender != address(this)) return msg.sender;
        assembly {
            sender := shr(96, calldataload(sub(calldatasize(), 20)))
        }
    }
}

/// A filler's reactor for signed swaps over Permit2.
contract SwapReactor {
    address public immutable permit2;

    constructor(address permit2_) {
        permit2 = permit2_;
    }

    function execute(bytes calldata pull) external {
        (bool ok,) = permit2.call(pull);
        require(ok);
    }
}

/// Moves many items at once through the caller's approval.
contract ItemMover {
    struct Item {
        uint8 itemType;
        address token;
        uint256 identifier;
        uint256 amount;
    }

    struct ItemsWithRecipient {
        Item[] items;
        address recipient;
        bool validateERC721Receiver;
    }

    function bulkTransfer(ItemsWithRecipient[] calldata list, bytes32) external returns (bytes4) {
        for (uint256 i; i < list.length; ++i) {
            for (uint256 j; j < list[i].items.length; ++j) {
                IERC721(list[i].items[j].token).transferFrom(msg.sender, list[i].recipient, list[i].items[j].identifier);
            }
        }
        return this.bulkTransfer.selector;
    }
}
