// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// A merchant's bills: the coin goes straight to the merchant, and the bill is marked.
contract InvoiceDesk {
    address public immutable merchant;
    mapping(bytes32 => uint256) public due;

    event Paid(bytes32 indexed invoice, address indexed by);

    constructor(address merchant_) {
        merchant = merchant_;
    }

    function bill(bytes32 invoice, uint256 amount) external {
        due[invoice] = amount;
    }

    function pay(IERC20 coin, bytes32 invoice) external {
        require(coin.transferFrom(msg.sender, merchant, due[invoice]));
        due[invoice] = 0;
        emit Paid(invoice, msg.sender);
    }
}

/// A raise whose coins go to the team's wallet, and whose book says who gave how much.
contract Raise {
    address public immutable wallet;
    mapping(address => uint256) public given;

    constructor(address wallet_) {
        wallet = wallet_;
    }

    function contribute(IERC20 coin) external {
        uint256 amount = coin.balanceOf(msg.sender);
        require(coin.transferFrom(msg.sender, wallet, amount));
        given[msg.sender] += amount;
    }
}

/// A custodian's counter: hands the coin on, and an event says whom to credit.
contract Counter {
    address public immutable vault;

    event Received(address indexed from, uint256 amount);

    constructor(address vault_) {
        vault = vault_;
    }

    function depositAll(IERC20 coin) external {
        uint256 amount = coin.balanceOf(msg.sender);
        require(coin.transferFrom(msg.sender, vault, amount));
        emit Received(msg.sender, amount);
    }
}

/// Old coin out, new coin in.
contract NextCoin is ERC20 {
    address public immutable team;
    IERC20 public immutable old;

    constructor(address team_, IERC20 old_) ERC20("Next Meadow", "NMDW") {
        (team, old) = (team_, old_);
    }

    function migrate() external {
        uint256 amount = old.balanceOf(msg.sender);
        require(old.transferFrom(msg.sender, team, amount));
        _mint(msg.sender, amount);
    }
}

/// Gathers a person's coins at an account they name.
contract Gatherer {
    function gather(IERC20 coin, address to) external {
        require(coin.transferFrom(msg.sender, to, coin.balanceOf(msg.sender)));
    }
}

/// A person's own proxy, as ds-proxy is.
contract PersonalProxy {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    receive() external payable {}

    function execute(address target, bytes calldata data) external payable returns (bytes memory result) {
        require(msg.sender == owner, "owner");
        bool done;
        (done, result) = target.delegatecall(data);
        require(done, "script");
    }
}

/// What such a proxy runs.
contract ProxyScripts {
    function send(IERC20 coin, address to, uint256 amount) external {
        require(coin.transfer(to, amount));
    }

    function draw(IERC20 coin) external {
        require(coin.transfer(msg.sender, coin.balanceOf(address(this))));
    }

    function lock(IERC20 coin, Locker locker, uint256 amount) external {
        coin.approve(address(locker), amount);
        locker.lock(coin, amount);
    }
}

contract Locker {
    mapping(address => uint256) public locked;

    function lock(IERC20 coin, uint256 amount) external {
        require(coin.transferFrom(msg.sender, address(this), amount));
        locked[msg.sender] += amount;
    }
}

/// ERC-777's operators on an ERC-20.
contract StewardCoin is ERC20 {
    address public immutable issuer = msg.sender;
    mapping(address => mapping(address => bool)) private _operators;

    event AuthorizedOperator(address indexed operator, address indexed holder);
    event RevokedOperator(address indexed operator, address indexed holder);

    constructor() ERC20("Steward", "STWD") {}

    function mint(address to, uint256 amount) external {
        require(msg.sender == issuer, "issuer");
        _mint(to, amount);
    }

    function isOperatorFor(address operator, address holder) external view returns (bool) {
        return operator == holder || _operators[holder][operator];
    }

    function authorizeOperator(address operator) external {
        _operators[msg.sender][operator] = true;
        emit AuthorizedOperator(operator, msg.sender);
    }

    function revokeOperator(address operator) external {
        _operators[msg.sender][operator] = false;
        emit RevokedOperator(operator, msg.sender);
    }

    function send(address to, uint256 amount, bytes calldata) external {
        _transfer(msg.sender, to, amount);
    }

    function operatorSend(address from, address to, uint256 amount, bytes calldata, bytes calldata) external {
        require(_operators[from][msg.sender], "operator");
        _transfer(from, to, amount);
    }
}

/// Moves a coin only for whoever calls.
contract StewardShop {
    StewardCoin public immutable coin;
    mapping(address => uint256) public paid;

    constructor(StewardCoin coin_) {
        coin = coin_;
    }

    function buy(uint256 amount) external {
        coin.operatorSend(msg.sender, address(this), amount, "", "");
        paid[msg.sender] += amount;
    }
}
