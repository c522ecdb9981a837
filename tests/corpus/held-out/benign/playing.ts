import {
  encodeAbiParameters,
  getAddress,
  keccak256,
  numberToHex,
  parseAbi,
  parseAbiParameters,
  parseEther,
  stringToHex,
  zeroHash,
} from 'viem';
import type { Case } from '../../Case.ts';
import type { Contract } from '../../protocols/contract.ts';
import { weth } from '../../protocols/tokens.ts';
import { portraitOf, portraits, quarry, relics, usdc } from '../coins.ts';
import { benign, CENTS, code, dataOf, members, type Site, type Stage, UNIT } from '../kit.ts';

const LUCK: Site = {
  origin: 'https://tombola.fairdraw.io',
  provenance: 'lotteries (PancakeSwap lottery and PoolTogether manners)',
};
const TOSS: Site = { origin: 'https://toss.fairdraw.io', provenance: 'coin-flip games (own Solidity)' };
const GAME: Site = {
  origin: 'https://realm.copperkeep.games',
  provenance: 'on-chain games (DeFi Kingdoms, Loot manners)',
};
const PETS: Site = { origin: 'https://kennel.copperkeep.games', provenance: 'CryptoKitties manners' };
const CLUB: Site = { origin: 'https://dao.commonkiln.org', provenance: 'Moloch v1 and Aragon voting manners' };
const CAUSE: Site = {
  origin: 'https://give.riverkeepers.fund',
  provenance: 'crowdfunding with refunds (Juicebox, Gitcoin manners)',
};
const MINT: Site = {
  origin: 'https://mint.ateliernine.art',
  provenance: 'NFT drops: Dutch, voucher (Rarible lazy mint), commit and reveal',
};
const COURSE: Site = { origin: 'https://learn.opencourse.school', provenance: 'ERC-5192 badges' };
const BIDS: Site = {
  origin: 'https://daily.finchauction.wtf',
  provenance: 'Nouns auction house, sealed bids, English auctions',
};
const FERRY: Site = {
  origin: 'https://ferry.deltalayer.network',
  provenance: 'OP Stack portal, Hyperlane mailbox, CCTP manners',
};
const NAMES: Site = { origin: 'https://app.namewharf.id', provenance: 'ENS registrar controller manners' };
const ITEMS: Site = {
  origin: 'https://market.eastpier.gallery',
  provenance: 'npm @openzeppelin/contracts 5.7.0 ERC721 and ERC1155',
};
const WALLET: Site = { origin: 'https://app.driftwallet.tools', provenance: 'plain wallet traffic' };

async function realm(s: Stage): Promise<Contract> {
  const made = await s.place('Realm');
  await s.did(made, 'openPack', [4n], UNIT / 50n);
  return made;
}

async function kennel(s: Stage): Promise<Contract> {
  const made = await s.place('Kennel');
  await s.did(made, 'adopt', [], (3n * UNIT) / 100n);
  return made;
}

async function rage(s: Stage): Promise<Contract> {
  const coin = await quarry(s.world);
  const made = await s.place('RageClub', [coin.address]);
  await s.allowed(coin, made, 5000n * UNIT);
  await s.did(made, 'pledge', [3000n * UNIT]);
  return made;
}

async function cause(s: Stage): Promise<Contract> {
  const made = await s.place('CauseFund');
  await s.did(made, 'open', [s.world.friend, 400n * UNIT, 864_000n], 0n, s.world.friend);
  return made;
}

async function atelier(s: Stage): Promise<Contract> {
  return s.place('Atelier', [(await quarry(s.world)).address]);
}

async function yard(s: Stage): Promise<{ made: Contract; items: Contract; coin: Contract }> {
  const [items, coin] = [await portraits(s.world), await quarry(s.world)];
  return { items, coin, made: await s.place('AuctionYard', [coin.address]) };
}

async function wharf(s: Stage, name: string): Promise<Contract> {
  const made = await s.place('NameWharf');
  await s.did(made, 'commitName', [
    keccak256(encodeAbiParameters(parseAbiParameters('string, address, bytes32'), [name, s.user, zeroHash])),
  ]);
  return made;
}

const YEAR = 31_536_000n;
const WIDE = (address: string): `0x${string}` => `0x${address.slice(2).toLowerCase().padStart(64, '0')}`;

export const PLAYING: readonly Case[] = [
  benign(LUCK, 'lottery-enter', 'D1', 'enter(uint8[6]) payable', async (s) => {
    const made = await s.place('Tombola', [(await quarry(s.world)).address]);
    return s.call(made, 'enter', [[4, 8, 15, 16, 23, 42]], UNIT / 100n);
  }),
  benign(LUCK, 'lottery-tickets', 'D1', 'buyTickets(uint256,uint32[])', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Tombola', [coin.address]);
    await s.allowed(coin, made, 100n * UNIT);
    return s.call(made, 'buyTickets', [31n, [1_123_456, 1_987_654, 1_555_000]]);
  }),
  benign(LUCK, 'lottery-claim', 'D1', 'claimTickets(uint256,uint32[])', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('Tombola', [coin.address]);
    await s.allowed(coin, made, 100n * UNIT);
    await s.did(made, 'buyTickets', [31n, [7, 8]]);
    await s.did(coin, 'transfer', [made.address, 100n * UNIT], 0n, s.world.deployer);
    return s.call(made, 'claimTickets', [31n, [7, 8]]);
  }),
  benign(TOSS, 'coin-toss', 'H1', 'flip(bool) payable, settled by the last block', async (s) => {
    const made = await s.place('CoinToss', [], { valueWei: 50n * UNIT });
    return s.call(made, 'flip', [true], UNIT / 50n);
  }),
  benign(TOSS, 'toss-points', 'H1', 'playForPoints(uint256)', async (s) =>
    s.call(await s.place('CoinToss', [], { valueWei: 50n * UNIT }), 'playForPoints', [3n]),
  ),
  benign(GAME, 'open-pack', 'D1', 'openPack(uint256) payable', async (s) =>
    s.call(await s.place('Realm'), 'openPack', [2n], UNIT / 50n),
  ),
  benign(GAME, 'craft', 'C2', 'craft(uint256,uint256[]) burns parts', async (s) =>
    s.call(await realm(s), 'craft', [7n, [4n, 4n]]),
  ),
  benign(GAME, 'equip', 'D1', 'equip(uint256,uint8)', async (s) => s.call(await realm(s), 'equip', [4n, 1])),
  benign(GAME, 'move', 'D1', 'moveTo(int32,int32)', async (s) => s.call(await s.place('Realm'), 'moveTo', [-14, 92])),
  benign(GAME, 'quest', 'D1', 'startQuest(uint256[],address,uint8)', async (s) => {
    const made = await s.place('Realm');
    return s.call(made, 'startQuest', [[5n, 6n], made.address, 3]);
  }),
  benign(GAME, 'daily-gold', 'D1', 'dailyGold() of a game coin', async (s) =>
    s.call(await s.place('Realm'), 'dailyGold'),
  ),
  benign(GAME, 'three-moves', 'F3', 'wallet_sendCalls of three moves', async (s) => {
    const made = await s.place('Realm');
    return s.calls([1, 2, 3].map((x) => ({ to: made.address, data: dataOf(made, 'moveTo', [x, 0]) })));
  }),
  benign(PETS, 'adopt', 'D1', 'adopt() payable', async (s) =>
    s.call(await s.place('Kennel'), 'adopt', [], (3n * UNIT) / 100n),
  ),
  benign(PETS, 'breed', 'D1', 'breedWithAuto(uint256,uint256) payable', async (s) =>
    s.call(await kennel(s), 'breedWithAuto', [1n, 1n], UNIT / 125n),
  ),
  benign(PETS, 'pet-name', 'D1', 'nameIt(uint256,string)', async (s) =>
    s.call(await kennel(s), 'nameIt', [1n, 'Biscuit']),
  ),
  benign(CLUB, 'pledge', 'A1', 'pledge(uint256) to a club', async (s) => {
    const coin = await quarry(s.world);
    const made = await s.place('RageClub', [coin.address]);
    await s.allowed(coin, made, 15_000n * UNIT);
    return s.call(made, 'pledge', [s.part(1000n * UNIT)]);
  }),
  benign(CLUB, 'club-proposal', 'F5', 'submitProposal(address,uint256,string)', async (s) =>
    s.call(await rage(s), 'submitProposal', [s.world.friend, 40n * UNIT, 'Roof repair']),
  ),
  benign(CLUB, 'club-vote', 'F5', 'submitVote(uint256,uint8)', async (s) =>
    s.call(await rage(s), 'submitVote', [4n, 1]),
  ),
  benign(CLUB, 'aragon-vote', 'F5', 'vote(uint256,bool,bool)', async (s) =>
    s.call(await rage(s), 'vote', [9n, true, false]),
  ),
  benign(CLUB, 'many-votes', 'A6', 'voteForMany(uint256[],uint8[],bytes32)', async (s) =>
    s.call(await rage(s), 'voteForMany', [[1n, 2n, 3n], [1, 0, 2], zeroHash]),
  ),
  benign(CLUB, 'ragequit', 'G1', 'ragequit(uint256)', async (s) =>
    s.call(await rage(s), 'ragequit', [s.part(1500n * UNIT)]),
  ),
  benign(CAUSE, 'contribute', 'D1', 'contribute(uint256,bytes32) payable', async (s) =>
    s.call(await cause(s), 'contribute', [0n, stringToHex('for the otters', { size: 32 })], s.part(UNIT / 2n)),
  ),
  benign(CAUSE, 'cause-refund', 'G1', 'refund(uint256) of a failed cause', async (s) => {
    const made = await cause(s);
    await s.did(made, 'contribute', [0n, zeroHash], 2n * UNIT);
    await s.world.rpc('evm_increaseTime', [900_000]);
    await s.world.rpc('evm_mine', []);
    return s.call(made, 'refund', [0n]);
  }),
  benign(CAUSE, 'tip', 'D1', 'tip(address,string) payable, passed on', async (s) =>
    s.call(await s.place('CauseFund'), 'tip', [s.world.friend, 'great thread'], s.part(UNIT / 20n)),
  ),
  benign(MINT, 'mint-dutch', 'D1', 'mintDutch() payable with change', async (s) =>
    s.call(await atelier(s), 'mintDutch', [], UNIT),
  ),
  benign(MINT, 'mint-voucher', 'D1', 'redeem(address,NFTVoucher,bytes) payable', async (s) => {
    const made = await atelier(s);
    const voucher = { tokenId: 9001n, minPrice: UNIT / 10n, uri: 'ipfs://bafy/9001' };
    const signature = await s.signed(
      {
        domain: { name: 'Atelier Nine', version: '1', chainId: s.world.chainId, verifyingContract: made.address },
        types: { NFTVoucher: members('uint256 tokenId,uint256 minPrice,string uri') },
        primaryType: 'NFTVoucher',
        message: voucher,
      },
      s.world.deployer,
    );
    return s.call(made, 'redeem', [s.user, voucher, signature], UNIT / 10n);
  }),
  benign(MINT, 'mint-gift', 'D1', 'mintFor(address,string) to a friend', async (s) =>
    s.call(await atelier(s), 'mintFor', [s.world.friend, 'ipfs://bafy/gift'], UNIT / 20n),
  ),
  benign(MINT, 'mint-coin', 'A1', 'mintWithCoin(uint256)', async (s) => {
    const [made, coin] = [await atelier(s), await quarry(s.world)];
    await s.allowed(coin, made, 50n * UNIT);
    return s.call(made, 'mintWithCoin', [2n]);
  }),
  benign(MINT, 'mint-commit', 'D1', 'commitMint(bytes32) payable', async (s) =>
    s.call(await atelier(s), 'commitMint', [keccak256('0x5151')], UNIT / 100n),
  ),
  benign(MINT, 'mint-reveal', 'D1', 'revealMint(uint256)', async (s) => {
    const made = await atelier(s);
    await s.did(
      made,
      'commitMint',
      [keccak256(encodeAbiParameters(parseAbiParameters('uint256, address'), [77n, s.user]))],
      UNIT / 100n,
    );
    return s.call(made, 'revealMint', [77n]);
  }),
  benign(MINT, 'mint-airdrop', 'D1', 'airdropMe() free', async (s) => s.call(await atelier(s), 'airdropMe')),
  benign(COURSE, 'badge', 'D1', 'claimBadge(bytes32) soulbound', async (s) =>
    s.call(await s.place('Badges'), 'claimBadge', [keccak256('0x01')]),
  ),
  benign(BIDS, 'nouns-bid', 'D1', 'createBid(uint256) payable', async (s) => {
    const made = await s.place('DailyAuction');
    return s.call(made, 'createBid', [1n], s.part(UNIT));
  }),
  benign(BIDS, 'nouns-settle', 'D1', 'settleCurrentAndCreateNewAuction()', async (s) => {
    const made = await s.place('DailyAuction');
    await s.did(made, 'createBid', [1n], UNIT);
    await s.world.rpc('evm_increaseTime', [90_000]);
    await s.world.rpc('evm_mine', []);
    return s.call(made, 'settleCurrentAndCreateNewAuction');
  }),
  benign(BIDS, 'sealed-commit', 'D1', 'commitBid(bytes32) payable under seal', async (s) =>
    s.call(await s.place('SealedSale'), 'commitBid', [keccak256('0x33')], s.part(2n * UNIT)),
  ),
  benign(BIDS, 'sealed-reveal', 'D1', 'revealBid(uint256,bytes32)', async (s) => {
    const made = await s.place('SealedSale');
    const seal = keccak256(encodeAbiParameters(parseAbiParameters('uint256, bytes32'), [UNIT, zeroHash]));
    await s.did(made, 'commitBid', [seal], 2n * UNIT);
    return s.call(made, 'revealBid', [UNIT, zeroHash]);
  }),
  benign(BIDS, 'sealed-back', 'G1', 'takeBack() of a losing bid', async (s) => {
    const made = await s.place('SealedSale');
    await s.did(made, 'commitBid', [zeroHash], 2n * UNIT);
    return s.call(made, 'takeBack');
  }),
  benign(BIDS, 'yard-approve-item', 'A3', 'ERC-721 approve of one item to a young auction yard', async (s) => {
    const { made, items } = await yard(s);
    return s.call(items, 'approve', [made.address, portraitOf(s.world, s.user)]);
  }),
  benign(BIDS, 'yard-approve-all', 'A3', 'setApprovalForAll to a young auction yard', async (s) => {
    const { made, items } = await yard(s);
    return s.call(items, 'setApprovalForAll', [made.address, true]);
  }),
  benign(BIDS, 'yard-consign', 'C1', 'consign(address,uint256,uint256)', async (s) => {
    const { made, items } = await yard(s);
    await s.did(items, 'setApprovalForAll', [made.address, true]);
    return s.call(made, 'consign', [items.address, portraitOf(s.world, s.user), s.part(40n * UNIT)]);
  }),
  benign(BIDS, 'yard-send', 'C2', 'safeTransferFrom of an item into a yard that books it', async (s) => {
    const { made, items } = await yard(s);
    const abi = parseAbi(['function safeTransferFrom(address from, address to, uint256 tokenId)']);
    return s.call({ address: items.address, abi }, 'safeTransferFrom', [
      s.user,
      made.address,
      portraitOf(s.world, s.user),
    ]);
  }),
  benign(BIDS, 'yard-bid', 'A1', 'placeBid(uint256,uint256) in a coin', async (s) => {
    const { made, items, coin } = await yard(s);
    const { friend } = s.world;
    await s.did(items, 'setApprovalForAll', [made.address, true], 0n, friend);
    await s.did(made, 'consign', [items.address, portraitOf(s.world, friend), 1n], 0n, friend);
    await s.allowed(coin, made, 900n * UNIT);
    return s.call(made, 'placeBid', [0n, s.part(60n * UNIT)]);
  }),
  benign(BIDS, 'yard-withdraw', 'G1', 'withdrawLot(uint256)', async (s) => {
    const { made, items } = await yard(s);
    await s.did(items, 'setApprovalForAll', [made.address, true]);
    await s.did(made, 'consign', [items.address, portraitOf(s.world, s.user), UNIT]);
    return s.call(made, 'withdrawLot', [0n]);
  }),
  benign(FERRY, 'portal-deposit', 'D1', 'depositTransaction(address,uint256,uint64,bool,bytes) payable', async (s) => {
    const value = s.part(2n * UNIT);
    return s.call(await s.place('Ferry'), 'depositTransaction', [s.user, value, 100_000n, false, '0x'], value);
  }),
  benign(FERRY, 'coin-bridge', 'A1', 'bridgeCoin(address,uint256,uint32,bytes32) to oneself', async (s) => {
    const [coin, made] = [await usdc(s.world), await s.place('Ferry')];
    await s.allowed(coin, made, 15_000n * CENTS);
    return s.call(made, 'bridgeCoin', [coin.address, s.part(1000n * CENTS), 6, WIDE(s.user)]);
  }),
  benign(FERRY, 'message-dispatch', 'D1', 'dispatch(uint32,bytes32,bytes) payable fee', async (s) =>
    s.call(await s.place('Ferry'), 'dispatch', [8453, WIDE(s.user), stringToHex('hello over there')], UNIT / 2000n),
  ),
  benign(NAMES, 'name-commit', 'D1', 'commitName(bytes32)', async (s) =>
    s.call(await s.place('NameWharf'), 'commitName', [keccak256('0x99')]),
  ),
  benign(
    NAMES,
    'name-register',
    'D1',
    'registerName(string,address,uint256,bytes32) payable with change',
    async (s) => {
      const made = await wharf(s, 'heron');
      return s.call(made, 'registerName', ['heron', s.user, YEAR, zeroHash], YEAR * 2n * 10n ** 8n);
    },
  ),
  benign(NAMES, 'name-renew', 'D1', 'renewNames(string[],uint256) payable', async (s) => {
    const made = await wharf(s, 'heron');
    await s.did(made, 'registerName', ['heron', s.user, YEAR, zeroHash], YEAR * 10n ** 8n);
    return s.call(made, 'renewNames', [['heron'], YEAR], YEAR * 10n ** 8n);
  }),
  benign(NAMES, 'name-record', 'D1', 'setRecord(uint256,string)', async (s) => {
    const made = await wharf(s, 'heron');
    await s.did(made, 'registerName', ['heron', s.user, YEAR, zeroHash], YEAR * 10n ** 8n);
    return s.call(made, 'setRecord', [BigInt(keccak256(stringToHex('heron'))), 'ipfs://bafy/home']);
  }),
  benign(ITEMS, 'item-gift', 'C2', 'transferFrom of an item to a friend', async (s) => {
    const items = await portraits(s.world);
    return s.call(items, 'transferFrom', [s.user, s.world.friend, portraitOf(s.world, s.user)]);
  }),
  benign(ITEMS, 'edition-gift', 'C2', 'ERC-1155 safeTransferFrom of one to a friend', async (s) =>
    s.call(await relics(s.world), 'safeTransferFrom', [s.user, s.world.friend, 2n, 1n, '0x']),
  ),
  benign(ITEMS, 'edition-revoke', 'A3', 'setApprovalForAll(false)', async (s) => {
    const items = await relics(s.world);
    await s.did(items, 'setApprovalForAll', [s.world.friend, true]);
    return s.call(items, 'setApprovalForAll', [s.world.friend, false]);
  }),
  benign(WALLET, 'send-native', 'D3', 'native coin to a friend', async (s) =>
    s.tx({ to: s.world.friend, valueWei: s.part(2n * UNIT) }),
  ),
  benign(WALLET, 'send-note', 'D3', 'native coin to a friend with a note in data', async (s) =>
    s.tx({ to: s.world.friend, valueWei: s.part(UNIT / 4n), data: stringToHex('Dinner on Friday') }),
  ),
  benign(WALLET, 'send-usdc', 'E1', 'USDC transfer to a friend paid before', async (s) => {
    const coin = await usdc(s.world);
    const asked = s.call(coin, 'transfer', [s.world.friend, s.part(700n * CENTS)]);
    return {
      ...asked,
      history: { counterparties: [s.world.friend.toLowerCase()], ownAccounts: [s.user.toLowerCase()] },
    };
  }),
  benign(WALLET, 'send-new', 'E4', 'coin transfer to somebody new', async (s) => {
    const to = getAddress(`0x${keccak256(stringToHex('a shop')).slice(26)}`);
    const asked = s.call(await quarry(s.world), 'transfer', [to, s.part(900n * UNIT)]);
    return { ...asked, history: { counterparties: [s.world.friend.toLowerCase()], ownAccounts: [] } };
  }),
  benign(WALLET, 'many-pay', 'C2', 'sendMany(address[],uint256[]) payable', async (s) => {
    const one = s.part(UNIT / 10n);
    return s.call(
      await s.place('ManyPay'),
      'sendMany',
      [
        [s.world.friend, s.second],
        [one, one],
      ],
      one * 2n,
    );
  }),
  benign(WALLET, 'revoke', 'A1', 'approve of nought', async (s) => {
    const coin = await usdc(s.world);
    await s.allowed(coin, { address: s.world.friend });
    return s.call(coin, 'approve', [s.world.friend, 0n]);
  }),
  benign(WALLET, 'wrap', 'D2', 'WETH deposit()', async (s) =>
    s.call(await weth(s.world), 'deposit', [], s.part(5n * UNIT)),
  ),
  benign(WALLET, 'unwrap', 'D2', 'WETH withdraw(uint256)', async (s) =>
    s.call(await weth(s.world), 'withdraw', [s.part(5n * UNIT)]),
  ),
  benign(WALLET, 'deploy', 'D3', 'deployment of an own contract', async (s) =>
    s.ask('eth_sendTransaction', [{ from: s.user, data: code('ManyPay').bytecode }]),
  ),
  benign(WALLET, 'burn', 'C2', 'burn(uint256) of own coins', async (s) =>
    s.call(await quarry(s.world), 'burn', [s.part(100n * UNIT)]),
  ),
  benign(WALLET, 'watch-asset', 'I1', 'wallet_watchAsset of a young coin', async (s) => {
    const coin = await quarry(s.world);
    return s.ask('wallet_watchAsset', [
      { type: 'ERC20', options: { address: coin.address, symbol: 'QRY', decimals: 18 } },
    ]);
  }),
  benign(WALLET, 'watch-item', 'I1', 'wallet_watchAsset of an own item', async (s) => {
    const items = await portraits(s.world);
    return s.ask('wallet_watchAsset', [
      { type: 'ERC721', options: { address: items.address, tokenId: String(portraitOf(s.world, s.user)) } },
    ]);
  }),
  benign(WALLET, 'add-chain', 'H4', 'wallet_addEthereumChain of a new chain', async (s) =>
    s.ask('wallet_addEthereumChain', [
      {
        chainId: '0x4d2f1',
        chainName: 'Delta Layer',
        nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
        rpcUrls: ['https://rpc.deltalayer.network'],
        blockExplorerUrls: ['https://scan.deltalayer.network'],
      },
    ]),
  ),
  benign(WALLET, 'switch-chain', 'H4', 'wallet_switchEthereumChain', async (s) =>
    s.ask('wallet_switchEthereumChain', [{ chainId: '0x2105' }]),
  ),
  benign(WALLET, 'encryption-key', 'F9', 'eth_getEncryptionPublicKey', async (s) =>
    s.ask('eth_getEncryptionPublicKey', [s.user]),
  ),
  benign(WALLET, 'odd-casing', 'J', 'a call with gas fields, upper-case hex digits and a nonce', async (s) => {
    const asked = s.call(await s.place('Realm'), 'moveTo', [3, 4]);
    const fields = {
      ...Object(asked.params[0]),
      gas: '0x1D4C0',
      maxFeePerGas: numberToHex(parseEther('0.00000003')),
      nonce: '0x5',
      type: '0x2',
    };
    return { ...asked, params: [fields] };
  }),
];
