// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// An ERC-721 collection with an honest paid mint.
contract DemoNft is ERC721 {
    uint256 public constant PRICE = 0.01 ether;
    uint256 public next = 1000;

    constructor() ERC721("Demo Birds", "BIRD") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function mintPaid() external payable returns (uint256 id) {
        require(msg.value == PRICE, "price");
        id = next++;
        _safeMint(msg.sender, id);
    }
}

/// An ERC-1155 collection.
contract DemoItems is ERC1155 {
    string public constant name = "Demo Items";
    string public constant symbol = "ITEM";

    constructor() ERC1155("") {}

    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount, "");
    }
}
