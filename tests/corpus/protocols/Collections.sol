// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Burnable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Burnable.sol";
import {ERC721Wrapper} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Wrapper.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC1155Burnable} from "@openzeppelin/contracts/token/ERC1155/extensions/ERC1155Burnable.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC721A} from "erc721a/contracts/ERC721A.sol";
import {ERC721ABurnable} from "erc721a/contracts/extensions/ERC721ABurnable.sol";
import {ERC4907A} from "erc721a/contracts/extensions/ERC4907A.sol";

/// An ERC-721 with ERC-4494 permits and burning; the owner mints.
contract Gallery is ERC721, ERC721Burnable, EIP712, Ownable {
    bytes32 private constant PERMIT = keccak256("Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)");
    mapping(uint256 => uint256) public nonces;

    constructor() ERC721("Harbor Gallery", "HGAL") EIP712("Harbor Gallery", "1") Ownable(msg.sender) {}

    function mint(address to, uint256 id) external onlyOwner {
        _mint(to, id);
    }

    function permit(address spender, uint256 tokenId, uint256 deadline, bytes calldata signature) external {
        require(block.timestamp <= deadline, "expired");
        bytes32 hash = _hashTypedDataV4(keccak256(abi.encode(PERMIT, spender, tokenId, nonces[tokenId]++, deadline)));
        require(ECDSA.recover(hash, signature) == ownerOf(tokenId), "bad signature");
        _approve(spender, tokenId, address(0));
    }
}

/// Wraps the gallery's items one for one.
contract GalleryWrapper is ERC721Wrapper {
    constructor(IERC721 gallery) ERC721("Wrapped Harbor Gallery", "wHGAL") ERC721Wrapper(gallery) {}
}

/// A drop on ERC-721A with the usual doors: public, allow list, free, by token, by signature, for somebody else.
contract Drop is ERC721A, ERC721ABurnable, EIP712, Ownable {
    uint256 public constant PRICE = 0.05 ether;
    bytes32 public allowRoot;
    IERC20 public immutable coin;
    mapping(address => uint256) public claimed;

    constructor(IERC20 coin_) ERC721A("Lantern Drop", "LNTN") EIP712("Lantern Drop", "1") Ownable(msg.sender) {
        coin = coin_;
    }

    function setAllowRoot(bytes32 root) external onlyOwner {
        allowRoot = root;
    }

    function mint(uint256 quantity) external payable {
        require(msg.value == PRICE * quantity, "price");
        _mint(msg.sender, quantity);
    }

    function mint() external payable {
        require(msg.value == PRICE, "price");
        _mint(msg.sender, 1);
    }

    function publicMint(address to, uint256 quantity) external payable {
        require(msg.value == PRICE * quantity, "price");
        _safeMint(to, quantity);
    }

    function purchase(uint256 quantity) external payable returns (uint256) {
        require(msg.value >= PRICE * quantity, "price");
        _mint(msg.sender, quantity);
        payable(msg.sender).transfer(msg.value - PRICE * quantity);
        return _nextTokenId();
    }

    function freeMint(uint256 quantity) external {
        _mint(msg.sender, quantity);
    }

    function allowlistMint(uint256 quantity, bytes32[] calldata proof) external payable {
        require(msg.value == (PRICE / 2) * quantity, "price");
        require(MerkleProof.verifyCalldata(proof, allowRoot, keccak256(bytes.concat(keccak256(abi.encode(msg.sender))))), "not listed");
        _mint(msg.sender, quantity);
    }

    function mintWithToken(uint256 quantity) external {
        require(coin.transferFrom(msg.sender, owner(), quantity * 1e18));
        _mint(msg.sender, quantity);
    }

    function mintSigned(uint256 quantity, uint256 nonce, bytes calldata signature) external payable {
        bytes32 hash = _hashTypedDataV4(keccak256(abi.encode(keccak256("Mint(address to,uint256 quantity,uint256 nonce)"), msg.sender, quantity, nonce)));
        require(ECDSA.recover(hash, signature) == owner(), "bad signature");
        _mint(msg.sender, quantity);
    }

    /// thirdweb's shape: `DropERC721.claim`.
    struct AllowlistProof {
        bytes32[] proof;
        uint256 quantityLimitPerWallet;
        uint256 pricePerToken;
        address currency;
    }

    function claim(address receiver, uint256 quantity, address, uint256 pricePerToken, AllowlistProof calldata, bytes calldata) external payable {
        require(msg.value == quantity * pricePerToken && pricePerToken == PRICE, "price");
        _safeMint(receiver, quantity);
    }

    /// What SeaDrop calls.
    function mintSeaDrop(address minter, uint256 quantity) external {
        _safeMint(minter, quantity);
    }
}

/// OpenSea's drop contract, its public door.
contract SeaDropLike {
    function mintPublic(address nft, address feeRecipient, address minterIfNotPayer, uint256 quantity) external payable {
        require(msg.value == 0.01 ether * quantity, "price");
        payable(feeRecipient).transfer(msg.value);
        Drop(nft).mintSeaDrop(minterIfNotPayer == address(0) ? msg.sender : minterIfNotPayer, quantity);
    }
}

/// Items that can be lent to a user (ERC-4907).
contract Rental is ERC4907A {
    constructor() ERC721A("Rental Plots", "PLOT") {}

    function mint(uint256 quantity) external payable {
        require(msg.value == 0.02 ether * quantity, "price");
        _mint(msg.sender, quantity);
    }
}

/// Editions (ERC-1155) with open and paid doors.
contract Editions is ERC1155, ERC1155Burnable, Ownable {
    constructor() ERC1155("https://editions.example/{id}.json") Ownable(msg.sender) {}

    function give(address to, uint256 id, uint256 amount) external onlyOwner {
        _mint(to, id, amount, "");
    }

    function mint(address to, uint256 id, uint256 amount, bytes calldata data) external payable {
        require(msg.value == 0.001 ether * amount, "price");
        _mint(to, id, amount, data);
    }

    function mintBatch(address to, uint256[] calldata ids, uint256[] calldata amounts, bytes calldata data) external payable {
        require(msg.value == 0.001 ether * ids.length, "price");
        _mintBatch(to, ids, amounts, data);
    }

    /// Zora's shape.
    function mintWithRewards(address minter, uint256 tokenId, uint256 quantity, bytes calldata arguments, address referral) external payable {
        require(minter != referral && arguments.length == 32 && msg.value == 0.000777 ether * quantity, "price");
        _mint(abi.decode(arguments, (address)), tokenId, quantity, "");
    }

    /// thirdweb's edition drop.
    struct AllowlistProof {
        bytes32[] proof;
        uint256 quantityLimitPerWallet;
        uint256 pricePerToken;
        address currency;
    }

    function claim(address receiver, uint256 tokenId, uint256 quantity, address, uint256, AllowlistProof calldata, bytes calldata) external payable {
        _mint(receiver, tokenId, quantity, "");
    }

    /// Two of one make one of another.
    function forge(uint256 id, uint256 into) external {
        _burn(msg.sender, id, 2);
        _mint(msg.sender, into, 1, "");
    }
}

/// Burn an old item, get a new one.
contract Redemption is ERC721 {
    ERC721Burnable public immutable old;

    constructor(ERC721Burnable old_) ERC721("Redeemed Gallery", "RGAL") {
        old = old_;
    }

    function redeem(uint256 id) external {
        require(old.ownerOf(id) == msg.sender);
        old.burn(id);
        _mint(msg.sender, id);
    }
}

/// Collectibles before ERC-721, offered and bought in their own market.
contract OldPunks {
    struct Offer {
        bool isForSale;
        uint256 minValue;
    }

    mapping(uint256 => address) public punkIndexToAddress;
    mapping(address => uint256) public balanceOf;
    mapping(uint256 => Offer) public punksOfferedForSale;
    mapping(address => uint256) public pendingWithdrawals;

    event Assign(address indexed to, uint256 punkIndex);
    event PunkTransfer(address indexed from, address indexed to, uint256 punkIndex);
    event PunkOffered(uint256 indexed punkIndex, uint256 minValue, address indexed toAddress);

    function getPunk(uint256 id) external {
        require(punkIndexToAddress[id] == address(0));
        punkIndexToAddress[id] = msg.sender;
        balanceOf[msg.sender]++;
        emit Assign(msg.sender, id);
    }

    function offerPunkForSale(uint256 id, uint256 minValue) external {
        require(punkIndexToAddress[id] == msg.sender);
        punksOfferedForSale[id] = Offer(true, minValue);
        emit PunkOffered(id, minValue, address(0));
    }

    function punkNoLongerForSale(uint256 id) external {
        require(punkIndexToAddress[id] == msg.sender);
        delete punksOfferedForSale[id];
    }

    function transferPunk(address to, uint256 id) external {
        require(punkIndexToAddress[id] == msg.sender);
        punkIndexToAddress[id] = to;
        balanceOf[msg.sender]--;
        balanceOf[to]++;
        emit PunkTransfer(msg.sender, to, id);
    }

    function withdraw() external {
        uint256 amount = pendingWithdrawals[msg.sender];
        pendingWithdrawals[msg.sender] = 0;
        payable(msg.sender).transfer(amount);
    }
}
