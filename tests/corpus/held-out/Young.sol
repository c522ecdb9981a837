// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// Coins locked in tiers; rewards by time.
contract TierStaking is Ownable {
    using SafeERC20 for IERC20;

    struct Lock {
        address owner;
        uint128 amount;
        uint64 since;
        uint64 until;
    }

    IERC20 public immutable token;
    Lock[] public locks;
    mapping(address => uint256) public rewards;

    event Locked(uint256 indexed id, address indexed owner, uint256 amount, uint8 tier);

    constructor(IERC20 token_) Ownable(msg.sender) {
        token = token_;
    }

    function stake(uint256 amount, uint8 tier) external returns (uint256 id) {
        require(tier < 4, "tier");
        id = locks.length;
        locks.push(Lock(msg.sender, uint128(amount), uint64(block.timestamp), uint64(block.timestamp + tier * 30 days)));
        token.safeTransferFrom(msg.sender, address(this), amount);
        emit Locked(id, msg.sender, amount, tier);
    }

    function unstake(uint256 id) external {
        Lock memory lock = locks[id];
        require(lock.owner == msg.sender && block.timestamp >= lock.until, "locked");
        delete locks[id];
        rewards[msg.sender] += (lock.amount * (block.timestamp - lock.since)) / 3650 days;
        token.safeTransfer(msg.sender, lock.amount);
    }

    function extend(uint256 id, uint8 tier) external {
        require(locks[id].owner == msg.sender, "owner");
        locks[id].until += uint64(tier) * 30 days;
    }

    function harvestAll() external {
        uint256 due = rewards[msg.sender];
        rewards[msg.sender] = 0;
        token.safeTransfer(msg.sender, due);
    }
}

/// Native coin pooled, with shares and an exit.
contract CoinPool is ERC20 {
    constructor() ERC20("Pooled Coin", "pCOIN") {}

    function join() external payable {
        uint256 before = address(this).balance - msg.value;
        _mint(msg.sender, before == 0 ? msg.value : (msg.value * totalSupply()) / before);
    }

    function leave(uint256 shares) external {
        uint256 amount = (shares * address(this).balance) / totalSupply();
        _burn(msg.sender, shares);
        payable(msg.sender).transfer(amount);
    }

    receive() external payable {}
}

/// Native staking without a receipt: the book is the receipt.
contract BookStaking {
    mapping(address => uint256) public staked;
    mapping(address => uint256) public leavesAt;

    event Deposited(address indexed who, uint256 amount);

    function deposit(bytes32 validator) external payable {
        require(validator != 0 && msg.value >= 0.01 ether, "too little");
        staked[msg.sender] += msg.value;
        emit Deposited(msg.sender, msg.value);
    }

    function requestExit() external {
        leavesAt[msg.sender] = block.timestamp + 3 days;
    }

    function exit() external {
        require(leavesAt[msg.sender] != 0 && block.timestamp >= leavesAt[msg.sender], "wait");
        uint256 amount = staked[msg.sender];
        (staked[msg.sender], leavesAt[msg.sender]) = (0, 0);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
    }
}

/// Grants that run off by the second.
contract Grants is Ownable {
    struct Schedule {
        address beneficiary;
        uint256 total;
        uint256 released;
        uint256 start;
        uint256 duration;
    }

    IERC20 public immutable token;
    mapping(bytes32 => Schedule) public schedules;
    uint256 public count;

    constructor(IERC20 token_) Ownable(msg.sender) {
        token = token_;
    }

    function createVestingSchedule(address beneficiary, uint256 start, uint256 duration, uint256 total) external returns (bytes32 id) {
        id = keccak256(abi.encode(beneficiary, count++));
        schedules[id] = Schedule(beneficiary, total, 0, start, duration);
        require(token.transferFrom(msg.sender, address(this), total));
    }

    function release(bytes32 id, uint256 amount) external {
        Schedule storage s = schedules[id];
        require(s.beneficiary == msg.sender, "beneficiary");
        uint256 vested = block.timestamp >= s.start + s.duration ? s.total : (s.total * (block.timestamp - s.start)) / s.duration;
        require(amount <= vested - s.released, "not vested");
        s.released += amount;
        token.transfer(msg.sender, amount);
    }
}

/// Salaries: an employer fills, people draw.
contract Salaries {
    IERC20 public immutable token;
    mapping(address => uint256) public due;

    constructor(IERC20 token_) {
        token = token_;
    }

    function runPayroll(address[] calldata people, uint256[] calldata amounts, string calldata month) external {
        require(people.length == amounts.length && bytes(month).length > 0);
        uint256 sum;
        for (uint256 i; i < people.length; ++i) {
            due[people[i]] += amounts[i];
            sum += amounts[i];
        }
        require(token.transferFrom(msg.sender, address(this), sum));
    }

    function withdrawSalary() external {
        uint256 amount = due[msg.sender];
        due[msg.sender] = 0;
        token.transfer(msg.sender, amount);
    }

    function payNow(address[] calldata people, uint256[] calldata amounts) external {
        for (uint256 i; i < people.length; ++i) require(token.transferFrom(msg.sender, people[i], amounts[i]));
    }
}

/// Tickets, a draw, a prize.
contract Tombola is Ownable {
    IERC20 public immutable token;
    uint256 public constant PRICE = 2e18;
    mapping(uint256 => mapping(uint32 => address)) public ticketOf;
    mapping(address => uint256) public entries;
    address[] public players;

    event Entered(address indexed player, uint8[6] numbers);

    constructor(IERC20 token_) Ownable(msg.sender) {
        token = token_;
    }

    function enter(uint8[6] calldata numbers) external payable {
        require(msg.value == 0.01 ether, "price");
        players.push(msg.sender);
        emit Entered(msg.sender, numbers);
    }

    function buyTickets(uint256 lottery, uint32[] calldata numbers) external {
        require(token.transferFrom(msg.sender, address(this), PRICE * numbers.length));
        for (uint256 i; i < numbers.length; ++i) ticketOf[lottery][numbers[i]] = msg.sender;
    }

    function claimTickets(uint256 lottery, uint32[] calldata numbers) external {
        for (uint256 i; i < numbers.length; ++i) {
            require(ticketOf[lottery][numbers[i]] == msg.sender, "not yours");
            delete ticketOf[lottery][numbers[i]];
        }
        token.transfer(msg.sender, 10e18 * numbers.length);
    }

    function draw() external onlyOwner {
        address winner = players[uint256(blockhash(block.number - 1)) % players.length];
        payable(winner).transfer(address(this).balance);
    }
}

/// Heads or tails, at once, by the block's own randomness.
contract CoinToss {
    event Tossed(address indexed player, bool won);

    constructor() payable {}

    function flip(bool heads) external payable {
        require(msg.value <= 0.1 ether, "too much");
        bool won = (uint256(keccak256(abi.encode(blockhash(block.number - 1), msg.sender))) & 1 == 1) == heads;
        if (won) payable(msg.sender).transfer((msg.value * 196) / 100);
        emit Tossed(msg.sender, won);
    }

    function playForPoints(uint256 guess) external {
        emit Tossed(msg.sender, guess == block.timestamp % 10);
    }
}

/// A game: things made, worn, bred, found.
contract Realm is ERC1155 {
    mapping(address => uint256) public worn;
    mapping(uint256 => address) public questOf;
    mapping(address => uint256) public lastFaucet;
    ERC20 public immutable gold;

    event Moved(address indexed who, int32 x, int32 y);

    constructor() ERC1155("ipfs://realm/{id}") {
        gold = new RealmGold();
    }

    function openPack(uint256 kind) external payable {
        require(msg.value == 0.02 ether, "price");
        _mint(msg.sender, kind, 3, "");
    }

    function craft(uint256 recipe, uint256[] calldata parts) external {
        for (uint256 i; i < parts.length; ++i) _burn(msg.sender, parts[i], 1);
        _mint(msg.sender, 1000 + recipe, 1, "");
    }

    function equip(uint256 id, uint8) external {
        require(balanceOf(msg.sender, id) > 0, "not yours");
        worn[msg.sender] = id;
    }

    function moveTo(int32 x, int32 y) external {
        emit Moved(msg.sender, x, y);
    }

    function startQuest(uint256[] calldata heroes, address quest, uint8 level) external {
        for (uint256 i; i < heroes.length; ++i) questOf[heroes[i]] = quest;
        require(level < 10);
    }

    function dailyGold() external {
        require(block.timestamp >= lastFaucet[msg.sender] + 1 days, "tomorrow");
        lastFaucet[msg.sender] = block.timestamp;
        RealmGold(address(gold)).mint(msg.sender, 25 ether);
    }
}

contract RealmGold is ERC20 {
    address private immutable realm = msg.sender;

    constructor() ERC20("Realm Gold", "RGLD") {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == realm);
        _mint(to, amount);
    }
}

/// Cats with parents.
contract Kennel is ERC721 {
    uint256 public next = 1;
    mapping(uint256 => uint256) public mother;

    event Pregnant(address owner, uint256 matronId, uint256 sireId);

    constructor() ERC721("Kennel Pups", "PUP") {}

    function adopt() external payable {
        require(msg.value == 0.03 ether, "price");
        _mint(msg.sender, next++);
    }

    function breedWithAuto(uint256 matron, uint256 sire) external payable {
        require(ownerOf(matron) == msg.sender && msg.value >= 0.008 ether, "fee");
        mother[next] = matron;
        emit Pregnant(msg.sender, matron, sire);
        _mint(msg.sender, next++);
    }

    function nameIt(uint256 id, string calldata) external view {
        require(ownerOf(id) == msg.sender);
    }
}

/// A club whose members may leave with their part (Moloch).
contract RageClub {
    IERC20 public immutable token;
    mapping(address => uint256) public shares;
    uint256 public total;
    mapping(uint256 => mapping(address => uint8)) public votes;

    constructor(IERC20 token_) {
        token = token_;
    }

    function pledge(uint256 amount) external {
        require(token.transferFrom(msg.sender, address(this), amount));
        shares[msg.sender] += amount;
        total += amount;
    }

    function submitProposal(address, uint256, string calldata details) external view {
        require(shares[msg.sender] > 0 && bytes(details).length > 0, "members");
    }

    function submitVote(uint256 proposal, uint8 vote) external {
        votes[proposal][msg.sender] = vote;
    }

    function vote(uint256 proposal, bool inFavour, bool) external {
        votes[proposal][msg.sender] = inFavour ? 1 : 2;
    }

    function voteForMany(uint256[] calldata proposals, uint8[] calldata choices, bytes32 reason) external {
        for (uint256 i; i < proposals.length; ++i) votes[proposals[i]][msg.sender] = choices[i];
        require(reason != bytes32(uint256(1)));
    }

    function ragequit(uint256 amount) external {
        shares[msg.sender] -= amount;
        uint256 part = (token.balanceOf(address(this)) * amount) / total;
        total -= amount;
        token.transfer(msg.sender, part);
    }
}

/// Gifts for causes; what misses its aim goes back.
contract CauseFund {
    struct Cause {
        address payable to;
        uint256 aim;
        uint256 raised;
        uint256 deadline;
    }

    Cause[] public causes;
    mapping(uint256 => mapping(address => uint256)) public given;

    event Given(uint256 indexed cause, address indexed by, uint256 amount);

    function open(address payable to, uint256 aim, uint256 duration) external {
        causes.push(Cause(to, aim, 0, block.timestamp + duration));
    }

    function contribute(uint256 cause, bytes32 message) external payable {
        require(block.timestamp < causes[cause].deadline && message.length == 32, "over");
        causes[cause].raised += msg.value;
        given[cause][msg.sender] += msg.value;
        emit Given(cause, msg.sender, msg.value);
    }

    function refund(uint256 cause) external {
        require(block.timestamp >= causes[cause].deadline && causes[cause].raised < causes[cause].aim, "not failed");
        uint256 amount = given[cause][msg.sender];
        given[cause][msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }

    /// Straight on to the one named.
    function tip(address payable to, string calldata) external payable {
        (bool ok,) = to.call{value: msg.value}("");
        require(ok);
        emit Given(type(uint256).max, msg.sender, msg.value);
    }
}

/// Paid by the month in a coin.
contract Memberships {
    IERC20 public immutable token;
    address public immutable treasury;
    mapping(uint256 => uint256) public priceOf;
    mapping(address => uint256) public paidUntil;

    event Subscribed(address indexed member, uint256 plan, uint256 until);

    constructor(IERC20 token_, address treasury_) {
        (token, treasury) = (token_, treasury_);
        (priceOf[1], priceOf[2]) = (9e18, 90e18);
    }

    function subscribe(uint256 plan) external {
        require(priceOf[plan] > 0, "plan");
        require(token.transferFrom(msg.sender, treasury, priceOf[plan]));
        paidUntil[msg.sender] = block.timestamp + 30 days;
        emit Subscribed(msg.sender, plan, paidUntil[msg.sender]);
    }

    function cancel() external {
        paidUntil[msg.sender] = block.timestamp;
    }

    /// Nobody but the member's own allowance limits it: once a month, the plan's price.
    function renew(address member, uint256 plan) external {
        require(block.timestamp >= paidUntil[member] && paidUntil[member] > 0, "paid");
        require(token.transferFrom(member, treasury, priceOf[plan]));
        paidUntil[member] = block.timestamp + 30 days;
    }
}

/// Bills paid in native coin.
contract Invoices {
    struct Bill {
        address payable to;
        uint256 amount;
        bool paid;
    }

    mapping(bytes32 => Bill) public bills;

    event Paid(bytes32 indexed id, address indexed by);

    function issue(bytes32 id, uint256 amount) external {
        bills[id] = Bill(payable(msg.sender), amount, false);
    }

    function payInvoice(bytes32 id) external payable {
        Bill storage bill = bills[id];
        require(!bill.paid && msg.value == bill.amount, "bill");
        bill.paid = true;
        bill.to.transfer(msg.value);
        emit Paid(id, msg.sender);
    }
}

/// Money flows by the second (Superfluid's shape).
contract Flows {
    mapping(address => mapping(address => int96)) public rate;
    mapping(address => uint256) public balanceOf;
    IERC20 public immutable token;

    constructor(IERC20 token_) {
        token = token_;
    }

    function upgrade(uint256 amount) external {
        require(token.transferFrom(msg.sender, address(this), amount));
        balanceOf[msg.sender] += amount;
    }

    function downgrade(uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        token.transfer(msg.sender, amount);
    }

    function createFlow(address receiver, int96 flowRate, bytes calldata) external {
        rate[msg.sender][receiver] = flowRate;
    }

    function deleteFlow(address receiver) external {
        rate[msg.sender][receiver] = 0;
    }
}

/// Pictures of several makings.
contract Atelier is ERC721URIStorage, EIP712, Ownable {
    uint256 public next = 1;
    uint256 public immutable opened = block.timestamp;
    IERC20 public immutable coin;
    mapping(address => bytes32) public promised;

    struct Voucher {
        uint256 tokenId;
        uint256 minPrice;
        string uri;
    }

    constructor(IERC20 coin_) ERC721("Atelier Nine", "AT9") EIP712("Atelier Nine", "1") Ownable(msg.sender) {
        coin = coin_;
    }

    function mintDutch() external payable {
        uint256 price = priceNow();
        require(msg.value >= price, "price");
        _safeMint(msg.sender, next++);
        payable(msg.sender).transfer(msg.value - price);
    }

    function priceNow() public view returns (uint256) {
        uint256 hoursGone = (block.timestamp - opened) / 1 hours;
        return hoursGone > 9 ? 0.1 ether : 1 ether - hoursGone * 0.1 ether;
    }

    function redeem(address redeemer, Voucher calldata voucher, bytes calldata signature) external payable returns (uint256) {
        bytes32 hash = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    keccak256("NFTVoucher(uint256 tokenId,uint256 minPrice,string uri)"), voucher.tokenId, voucher.minPrice, keccak256(bytes(voucher.uri))
                )
            )
        );
        require(ECDSA.recover(hash, signature) == owner() && msg.value >= voucher.minPrice, "voucher");
        _mint(redeemer, voucher.tokenId);
        _setTokenURI(voucher.tokenId, voucher.uri);
        return voucher.tokenId;
    }

    function mintFor(address to, string calldata uri) external payable {
        require(msg.value == 0.05 ether, "price");
        _safeMint(to, next);
        _setTokenURI(next++, uri);
    }

    function mintWithCoin(uint256 quantity) external {
        require(coin.transferFrom(msg.sender, owner(), quantity * 5e18));
        for (uint256 i; i < quantity; ++i) _mint(msg.sender, next++);
    }

    function commitMint(bytes32 vow) external payable {
        require(msg.value == 0.01 ether, "price");
        promised[msg.sender] = vow;
    }

    function revealMint(uint256 secret) external {
        require(promised[msg.sender] == keccak256(abi.encode(secret, msg.sender)), "promise");
        delete promised[msg.sender];
        _mint(msg.sender, next++);
    }

    function airdropMe() external {
        _safeMint(msg.sender, next++);
    }

    function proceeds() external onlyOwner {
        payable(owner()).transfer(address(this).balance);
    }
}

/// A badge that stays with its holder (ERC-5192).
contract Badges is ERC721 {
    uint256 public next = 1;

    event Locked(uint256 tokenId);

    constructor() ERC721("Open Course Badge", "OCB") {}

    function claimBadge(bytes32 course) external {
        require(course != 0);
        _mint(msg.sender, next);
        emit Locked(next++);
    }

    function locked(uint256) external pure returns (bool) {
        return true;
    }

    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        from = super._update(to, id, auth);
        require(from == address(0) || to == address(0), "bound");
    }
}

/// A picture a day to the highest bidder (Nouns).
contract DailyAuction is ERC721 {
    uint256 public id = 1;
    uint256 public amount;
    address payable public bidder;
    uint256 public endTime;

    event AuctionBid(uint256 indexed nounId, address sender, uint256 value, bool extended);

    constructor() ERC721("Daily Finch", "FINCH") {
        _mint(address(this), 1);
        endTime = block.timestamp + 1 days;
    }

    function createBid(uint256 which) external payable {
        require(which == id && msg.value >= amount + amount / 20 && msg.value > 0, "low");
        if (bidder != address(0)) bidder.call{value: amount}("");
        (amount, bidder) = (msg.value, payable(msg.sender));
        emit AuctionBid(which, msg.sender, msg.value, false);
    }

    function settleCurrentAndCreateNewAuction() external {
        require(block.timestamp >= endTime, "running");
        _transfer(address(this), bidder == address(0) ? msg.sender : bidder, id);
        (amount, bidder, endTime) = (0, payable(address(0)), block.timestamp + 1 days);
        _mint(address(this), ++id);
    }
}

/// Bids under seal.
contract SealedSale {
    mapping(address => bytes32) public sealOf;
    mapping(address => uint256) public stakeOf;
    mapping(address => uint256) public bidOf;

    function commitBid(bytes32 seal) external payable {
        sealOf[msg.sender] = seal;
        stakeOf[msg.sender] += msg.value;
    }

    function revealBid(uint256 value, bytes32 salt) external {
        require(sealOf[msg.sender] == keccak256(abi.encode(value, salt)) && stakeOf[msg.sender] >= value, "seal");
        bidOf[msg.sender] = value;
    }

    function takeBack() external {
        uint256 amount = stakeOf[msg.sender];
        stakeOf[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }
}

/// English auctions of things, in a coin, by allowance.
contract AuctionYard is IERC721Receiver {
    struct Lot {
        address seller;
        IERC721 items;
        uint256 id;
        uint256 reserve;
    }

    IERC20 public immutable coin;
    Lot[] public lots;
    mapping(uint256 => address) public topBidder;
    mapping(uint256 => uint256) public topBid;

    constructor(IERC20 coin_) {
        coin = coin_;
    }

    function consign(IERC721 items, uint256 id, uint256 reserve) external {
        items.transferFrom(msg.sender, address(this), id);
        lots.push(Lot(msg.sender, items, id, reserve));
    }

    function placeBid(uint256 lot, uint256 bid) external {
        require(bid > topBid[lot] && bid >= lots[lot].reserve, "low");
        require(coin.transferFrom(msg.sender, address(this), bid));
        if (topBidder[lot] != address(0)) coin.transfer(topBidder[lot], topBid[lot]);
        (topBidder[lot], topBid[lot]) = (msg.sender, bid);
    }

    function withdrawLot(uint256 lot) external {
        require(lots[lot].seller == msg.sender && topBidder[lot] == address(0), "bids");
        lots[lot].items.transferFrom(address(this), msg.sender, lots[lot].id);
    }

    /// A thing sent here is consigned without reserve.
    function onERC721Received(address, address from, uint256 id, bytes calldata) external returns (bytes4) {
        lots.push(Lot(from, IERC721(msg.sender), id, 0));
        return this.onERC721Received.selector;
    }
}

/// Coins locked here, minted elsewhere by messages.
contract Ferry {
    uint64 public nonce;

    event TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData);
    event Burned(uint256 amount, uint32 destination, bytes32 recipient);
    event Dispatch(uint32 destination, bytes32 recipient, bytes body);

    function depositTransaction(address to, uint256 value, uint64 gasLimit, bool isCreation, bytes calldata data) external payable {
        emit TransactionDeposited(msg.sender, to, 0, abi.encodePacked(msg.value, value, gasLimit, isCreation, data));
    }

    function bridgeCoin(IERC20 token, uint256 amount, uint32 destination, bytes32 recipient) external {
        require(token.transferFrom(msg.sender, address(this), amount));
        emit Burned(amount, destination, recipient);
        ++nonce;
    }

    function dispatch(uint32 destination, bytes32 recipient, bytes calldata body) external payable returns (bytes32) {
        require(msg.value >= 0.0005 ether, "fee");
        emit Dispatch(destination, recipient, body);
        return keccak256(body);
    }
}

/// Names for a year, with change.
contract NameWharf is ERC721 {
    mapping(bytes32 => uint256) public promised;
    mapping(uint256 => uint256) public expires;
    mapping(uint256 => string) public records;

    constructor() ERC721("Name Wharf", "WHARF") {}

    function makeCommitment(string calldata name, address owner, bytes32 secret) external pure returns (bytes32) {
        return keccak256(abi.encode(name, owner, secret));
    }

    function commitName(bytes32 commitment) external {
        promised[commitment] = block.timestamp;
    }

    function registerName(string calldata name, address owner, uint256 duration_, bytes32 secret) external payable {
        require(promised[keccak256(abi.encode(name, owner, secret))] != 0, "commit");
        uint256 price = duration_ * 1e8;
        uint256 id = uint256(keccak256(bytes(name)));
        expires[id] = block.timestamp + duration_;
        _mint(owner, id);
        payable(msg.sender).transfer(msg.value - price);
    }

    function renewNames(string[] calldata names, uint256 duration_) external payable {
        for (uint256 i; i < names.length; ++i) expires[uint256(keccak256(bytes(names[i])))] += duration_;
        payable(msg.sender).transfer(msg.value - names.length * duration_ * 1e8);
    }

    function setRecord(uint256 id, string calldata value) external {
        require(ownerOf(id) == msg.sender, "owner");
        records[id] = value;
    }
}

/// Constant product, no router.
contract YoungPair is ERC20 {
    IERC20 public immutable a;
    IERC20 public immutable b;

    constructor(IERC20 a_, IERC20 b_) ERC20("Young Pair", "YP") {
        (a, b) = (a_, b_);
    }

    function provide(uint256 amountA, uint256 amountB) external returns (uint256 minted) {
        require(a.transferFrom(msg.sender, address(this), amountA) && b.transferFrom(msg.sender, address(this), amountB));
        minted = amountA;
        _mint(msg.sender, minted);
    }

    function removeAll(uint256 shares) external {
        uint256 supply = totalSupply();
        uint256 outA = (a.balanceOf(address(this)) * shares) / supply;
        uint256 outB = (b.balanceOf(address(this)) * shares) / supply;
        _burn(msg.sender, shares);
        a.transfer(msg.sender, outA);
        b.transfer(msg.sender, outB);
    }

    function trade(bool aForB, uint256 amountIn, uint256 minOut, uint256 deadline) external returns (uint256 out) {
        require(block.timestamp <= deadline, "late");
        (IERC20 give, IERC20 get) = aForB ? (a, b) : (b, a);
        uint256 reserve = give.balanceOf(address(this));
        require(give.transferFrom(msg.sender, address(this), amountIn));
        out = (get.balanceOf(address(this)) * amountIn * 997) / (reserve * 1000 + amountIn * 997);
        require(out >= minOut, "slippage");
        get.transfer(msg.sender, out);
    }
}

/// Yes and no, each a coin.
contract Oracle8 is ERC1155 {
    IERC20 public immutable coin;

    constructor(IERC20 coin_) ERC1155("") {
        coin = coin_;
    }

    function buyOutcome(uint256 market, bool yes, uint256 amount) external {
        require(coin.transferFrom(msg.sender, address(this), amount));
        _mint(msg.sender, market * 2 + (yes ? 1 : 0), amount, "");
    }

    function mergePositions(uint256 market, uint256 amount) external {
        _burn(msg.sender, market * 2, amount);
        _burn(msg.sender, market * 2 + 1, amount);
        coin.transfer(msg.sender, amount);
    }
}

/// Coin against coin, with a margin.
contract YoungLending {
    IERC20 public immutable coin;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    constructor(IERC20 coin_) {
        coin = coin_;
    }

    function depositCollateral() external payable {
        collateral[msg.sender] += msg.value;
    }

    function borrow(uint256 amount) external {
        debt[msg.sender] += amount;
        require(debt[msg.sender] <= collateral[msg.sender] * 1000, "margin");
        coin.transfer(msg.sender, amount);
    }

    function repay(uint256 amount) external {
        require(coin.transferFrom(msg.sender, address(this), amount));
        debt[msg.sender] -= amount;
    }

    function withdrawCollateral(uint256 amount) external {
        collateral[msg.sender] -= amount;
        require(debt[msg.sender] <= collateral[msg.sender] * 1000, "margin");
        payable(msg.sender).transfer(amount);
    }

    function openLong(uint256 leverage) external payable {
        require(leverage <= 10);
        collateral[msg.sender] += msg.value;
        debt[msg.sender] += msg.value * leverage / 1e6;
    }
}

/// A counter with a till for signed purchases.
contract GasDesk is EIP712 {
    mapping(address => uint256) public nonces;
    mapping(uint256 => mapping(address => uint8)) public choiceOf;

    constructor() EIP712("Plaza Polls", "1") {}

    function voteFor(address voter, uint256 poll, uint8 choice, uint256 nonce, bytes calldata signature) external {
        bytes32 hash = _hashTypedDataV4(
            keccak256(abi.encode(keccak256("PollVote(address voter,uint256 poll,uint8 choice,uint256 nonce)"), voter, poll, choice, nonce))
        );
        require(ECDSA.recover(hash, signature) == voter && nonce == nonces[voter]++, "signature");
        choiceOf[poll][voter] = choice;
    }
}

/// One payment to many.
contract ManyPay {
    function sendMany(address payable[] calldata to, uint256[] calldata amounts) external payable {
        for (uint256 i; i < to.length; ++i) to[i].transfer(amounts[i]);
        payable(msg.sender).transfer(address(this).balance);
    }
}
