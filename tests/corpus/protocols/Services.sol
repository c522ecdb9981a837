// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// Uniswap's merkle distributor: tokens for those on the tree.
contract MerkleDistributor {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;
    bytes32 public immutable merkleRoot;
    mapping(uint256 => bool) public isClaimed;

    constructor(IERC20 token_, bytes32 root) {
        token = token_;
        merkleRoot = root;
    }

    function claim(uint256 index, address account, uint256 amount, bytes32[] calldata proof) external {
        require(!isClaimed[index] && MerkleProof.verifyCalldata(proof, merkleRoot, keccak256(abi.encodePacked(index, account, amount))), "no");
        isClaimed[index] = true;
        token.safeTransfer(account, amount);
    }
}

/// Claims without a tree: by balance, by signature, for a fee.
contract Giveaway is EIP712, Ownable {
    using SafeERC20 for IERC20;

    IERC20 public immutable token;

    constructor(IERC20 token_) EIP712("Giveaway", "1") Ownable(msg.sender) {
        token = token_;
    }

    function claim() external {
        token.safeTransfer(msg.sender, 100e18);
    }

    function claim(uint256 amount) external {
        token.safeTransfer(msg.sender, amount);
    }

    function claimTokens(address receiver) external {
        token.safeTransfer(receiver, 50e18);
    }

    function claimAndDelegate(address delegatee, uint256 amount, bytes32[] calldata) external {
        require(delegatee != address(0));
        token.safeTransfer(msg.sender, amount);
    }

    function claimWithFee(uint256 amount) external payable {
        require(msg.value == 0.0001 ether);
        token.safeTransfer(msg.sender, amount);
    }

    function claimSigned(uint256 amount, bytes calldata signature) external {
        bytes32 hash = _hashTypedDataV4(keccak256(abi.encode(keccak256("Claim(address to,uint256 amount)"), msg.sender, amount)));
        require(ECDSA.recover(hash, signature) == owner(), "bad signature");
        token.safeTransfer(msg.sender, amount);
    }
}

/// Streams in Sablier's shape: the receiver takes what has run.
contract Streams {
    using SafeERC20 for IERC20;

    mapping(uint256 => address) public recipientOf;
    mapping(uint256 => address) public senderOf;
    mapping(uint256 => uint256) public left;
    mapping(uint256 => IERC20) public tokenOf;
    uint256 public nextId = 1;

    function create(address recipient, IERC20 token, uint256 amount) external returns (uint256 id) {
        id = nextId++;
        recipientOf[id] = recipient;
        senderOf[id] = msg.sender;
        left[id] = amount;
        tokenOf[id] = token;
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    function withdrawMax(uint256 id, address to) external payable {
        require(recipientOf[id] == msg.sender);
        uint256 amount = left[id] / 2;
        left[id] -= amount;
        tokenOf[id].safeTransfer(to, amount);
    }

    function withdraw(uint256 id, address to, uint128 amount) external payable {
        require(recipientOf[id] == msg.sender);
        left[id] -= amount;
        tokenOf[id].safeTransfer(to, amount);
    }

    function cancel(uint256 id) external {
        require(senderOf[id] == msg.sender);
        uint256 amount = left[id];
        left[id] = 0;
        tokenOf[id].safeTransfer(msg.sender, amount);
    }
}

/// A bridge that locks here and mints elsewhere: the doors of the well-known ones.
contract Bridge {
    using SafeERC20 for IERC20;

    event MessageSent(address indexed from, address indexed to, uint256 amount, bytes data);

    struct SendParam {
        uint32 dstEid;
        bytes32 to;
        uint256 amountLD;
        uint256 minAmountLD;
        bytes extraOptions;
        bytes composeMsg;
        bytes oftCmd;
    }

    struct MessagingFee {
        uint256 nativeFee;
        uint256 lzTokenFee;
    }

    /// Optimism's StandardBridge.
    function bridgeETHTo(address to, uint32, bytes calldata data) external payable {
        emit MessageSent(msg.sender, to, msg.value, data);
    }

    function depositERC20(address l1, address, uint256 amount, uint32, bytes calldata data) external {
        _lock(l1, amount, msg.sender, data);
    }

    function bridgeERC20To(address local, address, address to, uint256 amount, uint32, bytes calldata data) external {
        _lock(local, amount, to, data);
    }

    /// Arbitrum's gateway router.
    function outboundTransfer(address token, address to, uint256 amount, uint256, uint256, bytes calldata data) external payable returns (bytes memory) {
        _lock(token, amount, to, data);
        return "";
    }

    /// Hop.
    function sendToL2(uint256, address recipient, uint256 amount, uint256, uint256, address relayer, uint256) external payable {
        require(relayer != recipient && msg.value == amount);
        emit MessageSent(msg.sender, recipient, amount, "");
    }

    /// Across' depositV3: twelve arguments are more than the stack holds, so they are read from the calldata.
    fallback() external payable {
        require(
            msg.sig
                == bytes4(
                    keccak256(
                        "depositV3(address,address,address,address,uint256,uint256,uint256,address,uint32,uint32,uint32,bytes)"
                    )
                )
        );
        _depositAcross();
    }

    function _depositAcross() private {
        (address depositor, address recipient, address inputToken, , uint256 inputAmount) =
            abi.decode(msg.data[4:164], (address, address, address, address, uint256));
        require(depositor == msg.sender);
        _lock(inputToken, inputAmount, recipient, "");
    }

    /// Circle's token messenger: burns; here it locks.
    function depositForBurn(uint256 amount, uint32, bytes32 mintRecipient, address burnToken) external returns (uint64) {
        _lock(burnToken, amount, address(uint160(uint256(mintRecipient))), "");
        return 1;
    }

    /// Wormhole's token bridge.
    function transferTokens(address token, uint256 amount, uint16, bytes32 recipient, uint256, uint32) external payable returns (uint64) {
        _lock(token, amount, address(uint160(uint256(recipient))), "");
        return 1;
    }

    /// Polygon's root chain manager.
    function depositFor(address user, address rootToken, bytes calldata depositData) external {
        _lock(rootToken, abi.decode(depositData, (uint256)), user, depositData);
    }

    /// The way back: what was locked is given out.
    function finalizeWithdrawal(address token, address to, uint256 amount) external {
        IERC20(token).safeTransfer(to, amount);
    }

    function _lock(address token, uint256 amount, address to, bytes memory data) private {
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
        emit MessageSent(msg.sender, to, amount, data);
    }
}

/// A token that bridges itself (LayerZero's OFT): burns what it sends.
contract TravelToken is ERC20, Ownable {
    struct SendParam {
        uint32 dstEid;
        bytes32 to;
        uint256 amountLD;
        uint256 minAmountLD;
        bytes extraOptions;
        bytes composeMsg;
        bytes oftCmd;
    }

    struct MessagingFee {
        uint256 nativeFee;
        uint256 lzTokenFee;
    }

    constructor() ERC20("Voyager", "VOYG") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function send(SendParam calldata params, MessagingFee calldata fee, address refund) external payable {
        require(msg.value >= fee.nativeFee && refund != address(0));
        _burn(msg.sender, params.amountLD);
    }

    function crosschainBurn(address from, uint256 amount) external {
        require(from == msg.sender);
        _burn(from, amount);
    }
}

/// Names in ENS' shape: a registry, and a registrar whose names are ERC-721.
contract NameRegistry {
    mapping(bytes32 => address) public owner;
    mapping(bytes32 => address) public resolver;
    mapping(bytes32 => uint64) public ttl;
    mapping(address => mapping(address => bool)) public isApprovedForAll;

    constructor() {
        owner[bytes32(0)] = msg.sender;
    }

    modifier authorised(bytes32 node) {
        require(owner[node] == msg.sender || isApprovedForAll[owner[node]][msg.sender], "not yours");
        _;
    }

    function setSubnodeOwner(bytes32 node, bytes32 label, address newOwner) public authorised(node) returns (bytes32 sub) {
        sub = keccak256(abi.encodePacked(node, label));
        owner[sub] = newOwner;
    }

    function setSubnodeRecord(bytes32 node, bytes32 label, address newOwner, address newResolver, uint64 newTtl) external {
        bytes32 sub = setSubnodeOwner(node, label, newOwner);
        resolver[sub] = newResolver;
        ttl[sub] = newTtl;
    }

    function setResolver(bytes32 node, address newResolver) external authorised(node) {
        resolver[node] = newResolver;
    }

    function setTTL(bytes32 node, uint64 newTtl) external authorised(node) {
        ttl[node] = newTtl;
    }

    function setOwner(bytes32 node, address newOwner) external authorised(node) {
        owner[node] = newOwner;
    }
}

/// Records of names; several are written in one call.
contract NameResolver {
    NameRegistry public immutable registry;
    mapping(bytes32 => address) public addr;
    mapping(bytes32 => mapping(string => string)) public text;
    mapping(bytes32 => bytes) public contenthash;

    constructor(NameRegistry registry_) {
        registry = registry_;
    }

    modifier authorised(bytes32 node) {
        require(registry.owner(node) == msg.sender, "not yours");
        _;
    }

    function setAddr(bytes32 node, address a) external authorised(node) {
        addr[node] = a;
    }

    function setText(bytes32 node, string calldata key, string calldata value) external authorised(node) {
        text[node][key] = value;
    }

    function setContenthash(bytes32 node, bytes calldata hash) external authorised(node) {
        contenthash[node] = hash;
    }

    function multicall(bytes[] calldata data) external returns (bytes[] memory results) {
        results = new bytes[](data.length);
        for (uint256 i; i < data.length; i++) {
            (bool ok, bytes memory result) = address(this).delegatecall(data[i]);
            require(ok);
            results[i] = result;
        }
    }
}

contract NameRegistrar is ERC721 {
    mapping(bytes32 => uint256) public commitments;
    mapping(uint256 => uint256) public expiries;
    mapping(address => string) public primaryName;

    constructor() ERC721("Harbor Names", "HNS") {}

    function commit(bytes32 commitment) external {
        commitments[commitment] = block.timestamp;
    }

    function register(
        string calldata name, address owner, uint256 duration, bytes32 secret, address, bytes[] calldata, bool, uint16
    ) external payable {
        require(commitments[keccak256(abi.encode(name, owner, duration, secret))] != 0, "commit first");
        _register(uint256(keccak256(bytes(name))), owner, duration);
    }

    function _register(uint256 id, address owner, uint256 duration) private {
        uint256 price = duration / 1e3 * 1e9;
        require(msg.value >= price, "price");
        expiries[id] = block.timestamp + duration;
        _mint(owner, id);
        payable(msg.sender).transfer(msg.value - price);
    }

    function renew(string calldata name, uint256 duration) external payable {
        require(msg.value >= duration / 1e3 * 1e9);
        expiries[uint256(keccak256(bytes(name)))] += duration;
        payable(msg.sender).transfer(msg.value - duration / 1e3 * 1e9);
    }

    function setName(string calldata name) external {
        primaryName[msg.sender] = name;
    }

    function reclaim(uint256 id, address owner) external view {
        require(ownerOf(id) == msg.sender && owner != address(0));
    }
}

/// Takes calls made through a trusted forwarder (OpenZeppelin's ERC-2771).
contract GaslessBoard is ERC2771Context {
    mapping(address => string) public postOf;
    mapping(address => mapping(uint256 => uint8)) public voteOf;

    constructor(address forwarder) ERC2771Context(forwarder) {}

    function post(string calldata text) external {
        postOf[_msgSender()] = text;
    }

    function vote(uint256 poll, uint8 choice) external {
        voteOf[_msgSender()][poll] = choice;
    }
}

/// A token whose calls can be made for the holder (Biconomy's and Polygon's MetaTransaction).
contract MetaToken is ERC20, Ownable, EIP712, Nonces {
    constructor() ERC20("Relay Credits", "RLYC") EIP712("Relay Credits", "1") Ownable(msg.sender) {}

    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function vote(uint256) external pure returns (bool) {
        return true;
    }

    function executeMetaTransaction(address user, bytes calldata functionSignature, bytes calldata signature) external returns (bytes memory) {
        bytes32 hash = _hashTypedDataV4(
            keccak256(abi.encode(keccak256("MetaTransaction(uint256 nonce,address from,bytes functionSignature)"), _useNonce(user), user, keccak256(functionSignature)))
        );
        require(ECDSA.recover(hash, signature) == user, "bad signature");
        (bool ok, bytes memory result) = address(this).call(abi.encodePacked(functionSignature, user));
        require(ok);
        return result;
    }
}

/// Splits what it gets by share (OpenZeppelin 4's PaymentSplitter).
contract Splitter {
    mapping(address => uint256) public shares;
    mapping(address => uint256) public released;
    uint256 public totalShares;
    uint256 public totalReleased;

    constructor(address[] memory payees) payable {
        for (uint256 i; i < payees.length; i++) shares[payees[i]] = 1;
        totalShares = payees.length;
    }

    receive() external payable {}

    function release(address payable account) external {
        uint256 due = ((address(this).balance + totalReleased) * shares[account]) / totalShares - released[account];
        require(due > 0);
        released[account] += due;
        totalReleased += due;
        account.transfer(due);
    }

    function releaseToken(IERC20 token, address account) external {
        token.transfer(account, token.balanceOf(address(this)) / totalShares);
    }
}

/// Pays many at once (Disperse).
contract Disperse {
    function disperseEther(address[] calldata recipients, uint256[] calldata values) external payable {
        for (uint256 i; i < recipients.length; i++) payable(recipients[i]).transfer(values[i]);
        if (address(this).balance > 0) payable(msg.sender).transfer(address(this).balance);
    }

    function disperseToken(IERC20 token, address[] calldata recipients, uint256[] calldata values) external {
        for (uint256 i; i < recipients.length; i++) token.transferFrom(msg.sender, recipients[i], values[i]);
    }
}

/// Multicall3: reads and writes, each from this contract.
contract Multicall3 {
    struct Call3 {
        address target;
        bool allowFailure;
        bytes callData;
    }

    struct Call {
        address target;
        bytes callData;
    }

    struct Result {
        bool success;
        bytes returnData;
    }

    function aggregate3(Call3[] calldata calls) external payable returns (Result[] memory results) {
        results = new Result[](calls.length);
        for (uint256 i; i < calls.length; i++) {
            (results[i].success, results[i].returnData) = calls[i].target.call(calls[i].callData);
            require(results[i].success || calls[i].allowFailure);
        }
    }

    function tryAggregate(bool requireSuccess, Call[] calldata calls) external payable returns (Result[] memory results) {
        results = new Result[](calls.length);
        for (uint256 i; i < calls.length; i++) {
            (results[i].success, results[i].returnData) = calls[i].target.call(calls[i].callData);
            require(results[i].success || !requireSuccess);
        }
    }
}

/// A small game, a forum and a counter: calls that move nothing.
contract Playground is AccessControl {
    bytes32 public constant MODERATOR = keccak256("MODERATOR");
    mapping(address => uint256) public score;
    mapping(bytes32 => bool) public attested;
    mapping(address => mapping(address => bool)) public following;

    constructor() {
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
    }

    function checkIn() external {
        score[msg.sender] += 1;
    }

    function setNumber(uint256 value) external {
        score[msg.sender] = value;
    }

    function play(uint8 move, bytes32 seed) external {
        score[msg.sender] = uint256(keccak256(abi.encode(seed, move))) % 100;
    }

    function follow(address who) external {
        following[msg.sender][who] = true;
    }

    function attest(bytes32 schema, address recipient, bytes calldata data) external {
        attested[keccak256(abi.encode(schema, recipient, data, msg.sender))] = true;
    }

    function createProfile(string calldata handle, string calldata picture) external {
        require(bytes(handle).length > 0 && bytes(picture).length > 0);
        score[msg.sender] = 1;
    }
}

/// A contract its owner can hand on in two steps.
contract Workshop is Ownable2Step {
    uint256 public fee;

    constructor(address owner) Ownable(owner) {}

    function setFee(uint256 value) external onlyOwner {
        fee = value;
    }
}

/// A contract with roles.
contract Guild is AccessControl {
    constructor(address admin) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(keccak256("KEEPER"), admin);
    }
}

/// Upgradeable by its owner (UUPS), and the version after it.
contract StudioV1 is UUPSUpgradeable {
    address public owner;
    uint256 public items;

    function initialize(address owner_) external {
        require(owner == address(0));
        owner = owner_;
    }

    function addItem() external {
        items++;
    }

    function _authorizeUpgrade(address) internal view override {
        require(msg.sender == owner);
    }
}

contract StudioV2 is StudioV1 {
    function version() external pure returns (uint256) {
        return 2;
    }
}

/// Buys and sells in small auctions: money is held until the end.
contract Auction {
    using SafeERC20 for IERC20;

    IERC721 public immutable items;
    IERC20 public immutable coin;
    mapping(uint256 => address) public sellerOf;
    mapping(uint256 => uint256) public priceOf;
    mapping(uint256 => uint256) public bidOf;
    mapping(uint256 => address) public bidderOf;

    constructor(IERC721 items_, IERC20 coin_) {
        items = items_;
        coin = coin_;
    }

    function list(uint256 id, uint256 price) external {
        sellerOf[id] = msg.sender;
        priceOf[id] = price;
        items.transferFrom(msg.sender, address(this), id);
    }

    function buy(uint256 id) external payable {
        require(msg.value == priceOf[id] && sellerOf[id] != address(0));
        payable(sellerOf[id]).transfer(msg.value);
        sellerOf[id] = address(0);
        items.transferFrom(address(this), msg.sender, id);
    }

    function bid(uint256 id, uint256 amount) external {
        require(amount > bidOf[id]);
        bidOf[id] = amount;
        bidderOf[id] = msg.sender;
        coin.safeTransferFrom(msg.sender, address(this), amount);
    }

    function cancel(uint256 id) external {
        require(sellerOf[id] == msg.sender);
        sellerOf[id] = address(0);
        items.transferFrom(address(this), msg.sender, id);
    }
}

/// An order book in CoW Protocol's shape: what the owner says on chain.
contract Settlement {
    mapping(bytes => uint256) public preSignature;
    mapping(bytes => uint256) public filledAmount;

    function setPreSignature(bytes calldata orderUid, bool signed) external {
        preSignature[orderUid] = signed ? 1 : 0;
    }

    function invalidateOrder(bytes calldata orderUid) external {
        filledAmount[orderUid] = type(uint256).max;
    }
}

/// Small deposits against a receipt in the books: a shop that is paid in coin.
contract Donations {
    mapping(address => uint256) public given;

    function donate(string calldata) external payable {
        given[msg.sender] += msg.value;
    }
}

/// A perpetual exchange's doors: collateral in, positions in the books.
contract Perps {
    using SafeERC20 for IERC20;

    IERC20 public immutable coin;
    mapping(address => uint256) public margin;
    mapping(address => int256) public position;

    constructor(IERC20 coin_) {
        coin = coin_;
    }

    function depositCollateral(uint256 amount) external {
        margin[msg.sender] += amount;
        coin.safeTransferFrom(msg.sender, address(this), amount);
    }

    function openPosition(int256 size, uint256 limitPrice) external {
        require(margin[msg.sender] > 0 && limitPrice > 0);
        position[msg.sender] += size;
    }

    function closePosition() external {
        position[msg.sender] = 0;
    }

    function withdrawCollateral(uint256 amount) external {
        margin[msg.sender] -= amount;
        coin.safeTransfer(msg.sender, amount);
    }
}

/// Curve's two-coin pool, by number of coin.
contract StablePool is ERC20 {
    IERC20[2] public coins;

    constructor(IERC20 a, IERC20 b) ERC20("Stable Pool Share", "SPS") {
        coins[0] = a;
        coins[1] = b;
    }

    function exchange(int128 i, int128 j, uint256 dx, uint256 minDy) external returns (uint256 dy) {
        dy = (dx * 999) / 1000;
        require(dy >= minDy);
        coins[uint128(i)].transferFrom(msg.sender, address(this), dx);
        coins[uint128(j)].transfer(msg.sender, dy);
    }

    function add_liquidity(uint256[2] calldata amounts, uint256 minMint) external returns (uint256 minted) {
        for (uint256 i; i < 2; i++) if (amounts[i] > 0) coins[i].transferFrom(msg.sender, address(this), amounts[i]);
        minted = amounts[0] + amounts[1];
        require(minted >= minMint);
        _mint(msg.sender, minted);
    }

    function remove_liquidity(uint256 amount, uint256[2] calldata min) external {
        _burn(msg.sender, amount);
        require(amount / 2 >= min[0] && amount / 2 >= min[1]);
        coins[0].transfer(msg.sender, amount / 2);
        coins[1].transfer(msg.sender, amount / 2);
    }

    function remove_liquidity_one_coin(uint256 amount, int128 i, uint256 min) external {
        _burn(msg.sender, amount);
        require(amount >= min);
        coins[uint128(i)].transfer(msg.sender, amount);
    }
}

/// An aggregator's doors (1inch, 0x, Paraswap): sells at a fixed rate from its own stock.
contract Aggregator {
    using SafeERC20 for IERC20;

    struct SwapDescription {
        IERC20 srcToken;
        IERC20 dstToken;
        address payable srcReceiver;
        address payable dstReceiver;
        uint256 amount;
        uint256 minReturnAmount;
        uint256 flags;
    }

    function swap(address, SwapDescription calldata desc, bytes calldata) external payable returns (uint256, uint256) {
        _trade(desc.srcToken, desc.dstToken, desc.amount, desc.minReturnAmount, desc.dstReceiver);
        return (desc.minReturnAmount, desc.amount);
    }

    struct Transformation {
        uint32 deploymentNonce;
        bytes data;
    }

    function transformERC20(IERC20 input, IERC20 output, uint256 amount, uint256 minimum, Transformation[] calldata) external payable returns (uint256) {
        _trade(input, output, amount, minimum, msg.sender);
        return minimum;
    }

    function simpleSwap(IERC20 fromToken, IERC20 toToken, uint256 fromAmount, uint256 toAmount, uint256, address payable beneficiary, bytes calldata) external payable {
        _trade(fromToken, toToken, fromAmount, toAmount, beneficiary);
    }

    function sellToUniswap(IERC20[] calldata tokens, uint256 amount, uint256 minimum, bool) external payable {
        _trade(tokens[0], tokens[tokens.length - 1], amount, minimum, msg.sender);
    }

    function uniswapV3SwapTo(address payable to, IERC20 from, IERC20 dst, uint256 amount, uint256 minimum, uint256[] calldata) external payable {
        _trade(from, dst, amount, minimum, to);
    }

    function _trade(IERC20 from, IERC20 to, uint256 amount, uint256 least, address receiver) private {
        from.safeTransferFrom(msg.sender, address(this), amount);
        to.safeTransfer(receiver == address(0) ? msg.sender : receiver, least);
    }
}

/// A registrar without items: a name is kept for as long as it is paid for, by the year.
contract NameYears is Ownable {
    uint256 public constant YEAR_PRICE = 1 ether / 100;
    mapping(bytes32 => uint256) public paidUntil;

    constructor() Ownable(msg.sender) {}

    function prolong(string calldata name) external payable {
        require(msg.value >= YEAR_PRICE, "a year at least");
        paidUntil[keccak256(bytes(name))] += (365 days * msg.value) / YEAR_PRICE;
    }

    function cashOut() external onlyOwner {
        payable(owner()).transfer(address(this).balance);
    }
}

/// A pot for a cause: the sum is on the lid, nobody's name is.
contract GivingPot is Ownable {
    uint256 public raised;

    constructor() Ownable(msg.sender) {}

    function give(bytes32) external payable {
        raised += msg.value;
    }

    function payOut(address payable to, uint256 amount) external onlyOwner {
        to.transfer(amount);
    }
}

/// A guest book: whoever leaves a coin, of whatever size, may leave a line.
contract GuestBook is Ownable {
    mapping(address => string) public lineOf;

    constructor() Ownable(msg.sender) {}

    function sign(string calldata line) external payable {
        lineOf[msg.sender] = line;
        payable(owner()).transfer(msg.value);
    }
}

/// Coins locked for thirty days; nobody but who brought them gets them, and nobody sooner.
contract TimeBox is Ownable {
    mapping(address => uint256) private _kept;
    mapping(address => uint256) private _until;

    constructor() Ownable(msg.sender) {}

    function lockAway() external payable {
        _kept[msg.sender] += msg.value;
        _until[msg.sender] = block.timestamp + 30 days;
    }

    function open() external {
        require(block.timestamp >= _until[msg.sender], "too soon");
        uint256 amount = _kept[msg.sender];
        _kept[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }
}

/// A raffle: everybody who pays for tickets is on the wheel.
contract Raffle is Ownable {
    uint256 public immutable price;
    address[] public wheel;

    constructor(uint256 price_) Ownable(msg.sender) {
        price = price_;
    }

    function enter(uint256 count) external payable {
        require(msg.value == count * price, "price");
        wheel.push(msg.sender);
    }

    function draw(uint256 seed) external onlyOwner {
        payable(wheel[seed % wheel.length]).transfer(address(this).balance / 2);
    }

    function keep() external onlyOwner {
        payable(owner()).transfer(address(this).balance);
    }
}

/// A workshop paid at once: the price was agreed on, the coins go straight to its owner, and nothing is written down.
contract RepairShop is Ownable {
    bytes32 private _agreed;

    constructor() Ownable(msg.sender) {}

    function agree(bytes32 order, uint256 price) external onlyOwner {
        _agreed = keccak256(abi.encode(order, price));
    }

    function settle(bytes32 order) external payable {
        require(_agreed == keccak256(abi.encode(order, msg.value)), "another price");
        payable(owner()).transfer(msg.value);
    }
}

/// A till for any bill: says who paid which, and keeps nothing.
contract BillTill is Ownable {
    event Settled(bytes32 indexed bill, address indexed payer, uint256 amount);

    constructor() Ownable(msg.sender) {}

    function payBill(bytes32 bill) external payable {
        emit Settled(bill, msg.sender, msg.value);
        payable(owner()).transfer(msg.value);
    }
}

/// Coins held until the buyer lets them go.
contract Escrow is Ownable {
    struct Deal {
        address buyer;
        address seller;
        uint256 amount;
    }

    Deal[] public deals;

    constructor() Ownable(msg.sender) {}

    function hold(address seller) external payable {
        deals.push(Deal(msg.sender, seller, msg.value));
    }

    function letGo(uint256 id) external {
        Deal memory deal = deals[id];
        require(deal.buyer == msg.sender);
        delete deals[id];
        payable(deal.seller).transfer(deal.amount);
    }
}

/// A bridge's gate: locks here and speaks to the other side by event; its keeper pays out what comes back.
contract BridgeGate is Ownable {
    event Locked(bytes32 indexed to, uint64 chain, uint256 amount);

    constructor() Ownable(msg.sender) {}

    function lockFor(uint64 chain, bytes32 to) external payable {
        emit Locked(to, chain, msg.value);
    }

    function unlock(address payable to, uint256 amount) external onlyOwner {
        to.transfer(amount);
    }
}

/// Pays wages from what its keeper brought.
contract Payroll {
    address public immutable keeper;
    uint256 public budget;

    constructor(address keeper_) payable {
        keeper = keeper_;
        budget = msg.value;
    }

    function payWage(address payable worker, uint256 amount) external {
        require(msg.sender == keeper);
        budget -= amount;
        worker.transfer(amount);
    }
}

/// A balance brought beforehand, from which bills are paid.
contract PrepaidCard {
    mapping(address => uint256) public credit;

    function topUp() external payable {
        credit[msg.sender] += msg.value;
    }

    function payShop(address payable shop, uint256 amount, bytes32) external {
        credit[msg.sender] -= amount;
        shop.transfer(amount);
    }
}

/// A token that cannot be passed on before an hour of the clock, sold for coin by its own maker.
contract EarlyToken is ERC20 {
    uint256 public immutable opens;
    address private immutable _maker = msg.sender;

    constructor(uint256 opens_) ERC20("Early Lantern", "ELAN") {
        opens = opens_;
        _mint(address(this), 1_000_000e18);
    }

    function buyEarly() external payable {
        _transfer(address(this), msg.sender, msg.value * 1000);
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(block.timestamp >= opens || from == address(this) || from == address(0) || from == _maker, "not open yet");
        super._update(from, to, amount);
    }

    function proceeds() external {
        require(msg.sender == _maker);
        payable(_maker).transfer(address(this).balance);
    }
}

/// A receipt in form of a token: nobody ever passes it on.
contract MemberReceipt is ERC20 {
    constructor() ERC20("Lantern Member", "LMEM") {}

    function join() external payable {
        _mint(msg.sender, msg.value);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        require(from == address(0), "stays with you");
    }
}

/// A token sold by its maker before trade is opened for everybody, which its maker does by hand.
contract LaunchToken is ERC20, Ownable {
    bool public open;

    constructor() ERC20("Lantern Launch", "LLCH") Ownable(msg.sender) {
        _mint(address(this), 1_000_000e18);
        _mint(msg.sender, 1_000_000e18);
    }

    function buyEarly() external payable {
        _transfer(address(this), msg.sender, msg.value * 1000);
    }

    function openTrade() external onlyOwner {
        open = true;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(open || from == owner() || from == address(this) || from == address(0), "not open yet");
        super._update(from, to, amount);
    }
}
