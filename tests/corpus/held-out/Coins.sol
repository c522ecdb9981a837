// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// A dollar as Circle's second version behaves: its own domain version, permits, authorizations, raised allowances.
contract FiatCoin {
    string public name = "USD Coin";
    string public symbol = "USDC";
    string public constant version = "2";
    uint8 public constant decimals = 6;
    address public masterMinter;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => uint256) public nonces;
    mapping(address => mapping(bytes32 => bool)) public authorizationState;

    bytes32 public constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
    bytes32 public constant TRANSFER_WITH_AUTHORIZATION_TYPEHASH =
        keccak256("TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");
    bytes32 public constant RECEIVE_WITH_AUTHORIZATION_TYPEHASH =
        keccak256("ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    constructor() {
        masterMinter = msg.sender;
    }

    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)), keccak256(bytes(version)), block.chainid, address(this)
            )
        );
    }

    function mint(address to, uint256 amount) external {
        require(msg.sender == masterMinter, "minter");
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function approve(address spender, uint256 value) external returns (bool) {
        _approve(msg.sender, spender, value);
        return true;
    }

    function increaseAllowance(address spender, uint256 increment) external returns (bool) {
        _approve(msg.sender, spender, allowance[msg.sender][spender] + increment);
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        _transfer(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        allowance[from][msg.sender] -= value;
        _transfer(from, to, value);
        return true;
    }

    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        require(block.timestamp <= deadline, "expired");
        _signed(owner, keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonces[owner]++, deadline)), v, r, s);
        _approve(owner, spender, value);
    }

    function transferWithAuthorization(
        address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, uint8 v, bytes32 r, bytes32 s
    ) external {
        _authorized(TRANSFER_WITH_AUTHORIZATION_TYPEHASH, from, to, value, validAfter, validBefore, nonce, v, r, s);
    }

    function receiveWithAuthorization(
        address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, uint8 v, bytes32 r, bytes32 s
    ) external {
        require(to == msg.sender, "payee");
        _authorized(RECEIVE_WITH_AUTHORIZATION_TYPEHASH, from, to, value, validAfter, validBefore, nonce, v, r, s);
    }

    function _authorized(
        bytes32 kind, address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, uint8 v, bytes32 r, bytes32 s
    ) private {
        require(block.timestamp > validAfter && block.timestamp < validBefore && !authorizationState[from][nonce], "not now");
        _signed(from, keccak256(abi.encode(kind, from, to, value, validAfter, validBefore, nonce)), v, r, s);
        authorizationState[from][nonce] = true;
        _transfer(from, to, value);
    }

    function _signed(address by, bytes32 structHash, uint8 v, bytes32 r, bytes32 s) private view {
        require(ECDSA.recover(keccak256(abi.encodePacked("\x19\x01", DOMAIN_SEPARATOR(), structHash)), v, r, s) == by, "signature");
    }

    function _approve(address owner, address spender, uint256 value) private {
        allowance[owner][spender] = value;
        emit Approval(owner, spender, value);
    }

    function _transfer(address from, address to, uint256 value) private {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}

/// Any honest project's coin; whoever deploys it mints.
contract ProjectCoin is ERC20, ERC20Permit, Multicall {
    address public immutable issuer = msg.sender;

    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) ERC20Permit(name_) {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, amount);
    }

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }
}

/// A tokenised vault whose shares are permits too.
contract CoinVault is ERC4626, ERC20Permit {
    constructor(IERC20 asset_) ERC4626(asset_) ERC20("Quarry Yield", "qyCOIN") ERC20Permit("Quarry Yield") {}

    function decimals() public view override(ERC20, ERC4626) returns (uint8) {
        return super.decimals();
    }
}

/// A coin that listens to a trusted forwarder (ERC-2771).
contract ForwardedCoin is ERC20, ERC2771Context {
    address public immutable issuer = msg.sender;

    constructor(address forwarder) ERC20("Tramline", "TRAM") ERC2771Context(forwarder) {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, amount);
    }

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}

/// A fork's coin that kept the domain of the chain it came from.
contract ForkCoin is ERC20 {
    address public immutable issuer = msg.sender;
    mapping(address => uint256) public nonces;

    constructor() ERC20("Kestrel", "KSTR") {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, amount);
    }

    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Kestrel"), keccak256("1"), uint256(56), address(this)
            )
        );
    }

    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        require(block.timestamp <= deadline, "expired");
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner, spender, value, nonces[owner]++, deadline
            )
        );
        require(ECDSA.recover(keccak256(abi.encodePacked("\x19\x01", DOMAIN_SEPARATOR(), structHash)), v, r, s) == owner, "signature");
        _approve(owner, spender, value);
    }
}

/// Operators as ERC-777 knows them.
contract OperatedCoin {
    string public constant name = "Ferryman";
    string public constant symbol = "FRY";
    uint8 public constant decimals = 18;
    uint256 public totalSupply;
    address public immutable issuer = msg.sender;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => bool)) private _operators;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event AuthorizedOperator(address indexed operator, address indexed holder);
    event Sent(address indexed operator, address indexed from, address indexed to, uint256 amount, bytes data, bytes operatorData);

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function authorizeOperator(address operator) external {
        _operators[msg.sender][operator] = true;
        emit AuthorizedOperator(operator, msg.sender);
    }

    function isOperatorFor(address operator, address holder) external view returns (bool) {
        return _operators[holder][operator];
    }

    function send(address to, uint256 amount, bytes calldata data) external {
        _move(msg.sender, to, amount, data);
    }

    function operatorSend(address from, address to, uint256 amount, bytes calldata data, bytes calldata) external {
        require(_operators[from][msg.sender], "operator");
        _move(from, to, amount, data);
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount, "");
        return true;
    }

    function _move(address from, address to, uint256 amount, bytes memory data) private {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Sent(msg.sender, from, to, amount, data, "");
        emit Transfer(from, to, amount);
    }
}

/// Pictures with permits over single items and over all of them.
contract Portraits is ERC721, EIP712 {
    address public immutable issuer = msg.sender;
    mapping(address => uint256) public noncesForAll;

    constructor() ERC721("Portrait Hall", "PHALL") EIP712("Portrait Hall", "1") {}

    function mint(address to, uint256 id) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, id);
    }

    function permitForAll(address owner, address operator, bool approved, uint256 deadline, bytes calldata signature) external {
        require(block.timestamp <= deadline, "expired");
        bytes32 hash = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    keccak256("PermitForAll(address owner,address operator,bool approved,uint256 nonce,uint256 deadline)"),
                    owner, operator, approved, noncesForAll[owner]++, deadline
                )
            )
        );
        require(ECDSA.recover(hash, signature) == owner, "signature");
        _setApprovalForAll(owner, operator, approved);
    }
}

/// Things of a game.
contract Relics is ERC1155 {
    address public immutable issuer = msg.sender;

    constructor() ERC1155("ipfs://relics/{id}") {}

    function mint(address to, uint256 id, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, id, amount, "");
    }
}
