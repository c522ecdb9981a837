import { concatHex, encodeAbiParameters, encodePacked, type Hex, keccak256, parseAbiParameters } from 'viem';
import type { Case } from '../Case.ts';
import { type Contract, deployed, operate, own } from '../protocols/contract.ts';
import { editions, gallery, itemOf, meadow, UNIT, weth } from '../protocols/tokens.ts';
import type { World } from '../World.ts';
import { type About, benign, members, type Stage } from './kit.ts';
import { form } from './tokenCalls.ts';

const DROP: About = { origin: 'https://www.lanterncollective.org', provenance: 'npm erc721a 4.3.0' };
/** A name much like those of scam sites, and honest all the same. */
const MINT_SITE: About = { ...DROP, origin: 'https://mint.lanterndrop.xyz' };
const EDITION: About = {
  origin: 'https://mint.editionhouse.xyz',
  provenance: 'npm @openzeppelin/contracts 5.7.0 ERC1155; Zora, thirdweb',
};
const CLAIM: About = {
  origin: 'https://claim.meadowfields.org',
  provenance: 'Uniswap MerkleDistributor; thirdweb; Optimism and Arbitrum claims',
};
const STREAM: About = { origin: 'https://app.streamwell.org', provenance: 'Sablier LockupLinear' };
const VEST: About = {
  origin: 'https://grants.civiccouncil.org',
  provenance: 'npm @openzeppelin/contracts 5.7.0 VestingWallet',
};
const SHARE: About = { origin: 'https://pay.harbourworks.org', provenance: 'OpenZeppelin 4 PaymentSplitter' };
const OLD: About = { origin: 'https://punks.harbourgallery.xyz', provenance: 'CryptoPunksMarket' };
const SALE: About = { origin: 'https://auction.harbourgallery.xyz', provenance: 'Foundation and Zora auction houses' };

const PRICE = (UNIT * 5n) / 100n;

/** A drop whose allow list is all the users. */
async function drop(s: Stage): Promise<Contract> {
  const coin = await meadow(s.world);
  return s.world.once('benign drop', async () => {
    const made = await deployed(s.world, own('Drop'), [coin.address]);
    await operate(s.world, made, 'setAllowRoot', [listOf(s.world).root]);
    return made;
  });
}

/** A merkle tree over the users, each leaf hashed twice as OpenZeppelin's library does. */
function listOf(world: World): { root: Hex; proofOf(at: number): readonly Hex[] } {
  return treeOf(
    world.users.map((user) => keccak256(keccak256(encodeAbiParameters(parseAbiParameters('address'), [user])))),
  );
}

function treeOf(leaves: readonly Hex[]): { root: Hex; proofOf(at: number): readonly Hex[] } {
  const levels: Hex[][] = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const next: Hex[] = [];
    for (let at = 0; at < level.length; at += 2)
      next.push(parentOf(level[at] ?? '0x', level[at + 1] ?? level[at] ?? '0x'));
    levels.push(next);
  }
  return {
    root: levels.at(-1)?.[0] ?? '0x',
    proofOf: (leaf) =>
      levels.slice(0, -1).map((level, depth) => level[(leaf >> depth) ^ 1] ?? level[leaf >> depth] ?? '0x'),
  };
}

function parentOf(a: Hex, b: Hex): Hex {
  return keccak256(BigInt(a) < BigInt(b) ? concatHex([a, b]) : concatHex([b, a]));
}

function seat(s: Stage): number {
  return s.world.users.indexOf(s.user);
}

const NATIVE = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE';
const OPEN_LIST = { proof: [], quantityLimitPerWallet: 5n, pricePerToken: PRICE, currency: NATIVE };

const mints: readonly Case[] = [
  benign(DROP, 'mint-quantity', 'D1', 'ERC721A mint(uint256)', async (s) =>
    s.send(form(await drop(s), 'mint', 1), 'mint', [2n], 2n * PRICE),
  ),
  benign(MINT_SITE, 'mint-one', 'D1', 'ERC721A mint()', async (s) =>
    s.send(form(await drop(s), 'mint', 0), 'mint', [], PRICE),
  ),
  benign(DROP, 'mint-public', 'D1', 'ERC721A publicMint(address,uint256)', async (s) =>
    s.send(await drop(s), 'publicMint', [s.user, 1n], PRICE),
  ),
  benign(DROP, 'mint-purchase', 'D1', 'ERC721Drop purchase(uint256) with change', async (s) =>
    s.send(await drop(s), 'purchase', [1n], 2n * PRICE),
  ),
  benign(DROP, 'mint-free', 'D1', 'ERC721A freeMint(uint256)', async (s) => s.send(await drop(s), 'freeMint', [1n])),
  benign(DROP, 'mint-allow-list', 'D1', 'ERC721A allowlistMint(uint256,bytes32[])', async (s) =>
    s.send(await drop(s), 'allowlistMint', [1n, listOf(s.world).proofOf(seat(s))], PRICE / 2n),
  ),
  benign(DROP, 'mint-with-token', 'A1', 'ERC721A mintWithToken(uint256)', async (s) => {
    const made = await drop(s);
    await s.approved(await meadow(s.world), made);
    return s.send(made, 'mintWithToken', [3n]);
  }),
  benign(DROP, 'mint-signed', 'D1', 'ERC721A mintSigned(uint256,uint256,bytes)', async (s) => {
    const made = await drop(s);
    const signature = await s.signed(
      {
        domain: { name: 'Lantern Drop', version: '1', chainId: s.world.chainId, verifyingContract: made.address },
        types: { Mint: members('address to,uint256 quantity,uint256 nonce') },
        primaryType: 'Mint',
        message: { to: s.user, quantity: 1n, nonce: 7n },
      },
      s.world.deployer,
    );
    return s.send(made, 'mintSigned', [1n, 7n, signature], PRICE);
  }),
  benign(DROP, 'mint-claim', 'D1', 'thirdweb DropERC721.claim', async (s) =>
    s.send(await drop(s), 'claim', [s.user, 1n, NATIVE, PRICE, OPEN_LIST, '0x'], PRICE),
  ),
  benign(DROP, 'mint-seadrop', 'D1', 'SeaDrop.mintPublic', async (s) => {
    const [made, sea] = [await drop(s), await deployed(s.world, own('SeaDropLike'))];
    return s.send(sea, 'mintPublic', [made.address, s.world.deployer, `0x${'0'.repeat(40)}`, 1n], UNIT / 100n);
  }),
  benign(DROP, 'mint-rental', 'D1', 'ERC4907A mint(uint256)', async (s) =>
    s.send(await deployed(s.world, own('Rental')), 'mint', [1n], UNIT / 50n),
  ),
  benign(DROP, 'lend-rental', 'G3', 'ERC4907.setUser', async (s) => {
    const plots = await deployed(s.world, own('Rental'));
    await s.did(plots, 'mint', [1n], UNIT / 50n);
    return s.send(plots, 'setUser', [0n, s.world.friend, await s.later(86_400)]);
  }),
  benign(EDITION, 'mint-edition', 'D1', 'ERC1155 mint(address,uint256,uint256,bytes)', async (s) =>
    s.send(await editions(s.world), 'mint', [s.user, 9n, 2n, '0x'], UNIT / 500n),
  ),
  benign(EDITION, 'mint-editions', 'D1', 'ERC1155 mintBatch', async (s) =>
    s.send(await editions(s.world), 'mintBatch', [s.user, [8n, 9n], [1n, 1n], '0x'], UNIT / 500n),
  ),
  benign(EDITION, 'mint-with-rewards', 'D1', 'Zora mintWithRewards', async (s) => {
    const minterArguments = encodeAbiParameters(parseAbiParameters('address'), [s.user]);
    return s.send(
      await editions(s.world),
      'mintWithRewards',
      [s.world.deployer, 9n, 1n, minterArguments, s.world.friend],
      (777n * UNIT) / 1_000_000n,
    );
  }),
  benign(EDITION, 'claim-edition', 'D1', 'thirdweb DropERC1155.claim', async (s) =>
    s.send(await editions(s.world), 'claim', [s.user, 9n, 1n, NATIVE, 0n, { ...OPEN_LIST, pricePerToken: 0n }, '0x']),
  ),
  benign(EDITION, 'forge-edition', 'C2', 'ERC1155 forge: two burnt, one made', async (s) =>
    s.send(await editions(s.world), 'forge', [1n, 7n]),
  ),
  benign(EDITION, 'redeem-item', 'C2', 'burn to redeem', async (s) => {
    const items = await gallery(s.world);
    const redemption = await deployed(s.world, own('Redemption'), [items.address]);
    await s.did(items, 'setApprovalForAll', [redemption.address, true]);
    return s.send(redemption, 'redeem', [itemOf(s.world, s.user)]);
  }),
];

/** Everybody may claim 400; the tree is over index, account and amount as Uniswap's. */
async function distributor(s: Stage): Promise<{ made: Contract; proof: readonly Hex[]; amount: bigint }> {
  const token = await meadow(s.world);
  const amount = 400n * UNIT;
  const leaves = s.world.users.map((user, index) =>
    keccak256(encodePacked(['uint256', 'address', 'uint256'], [BigInt(index), user, amount])),
  );
  const tree = treeOf(leaves);
  const made = await deployed(s.world, own('MerkleDistributor'), [token.address, tree.root]);
  await operate(s.world, token, 'transfer', [made.address, amount * 10n]);
  return { made, proof: tree.proofOf(seat(s)), amount };
}

async function giveaway(s: Stage): Promise<Contract> {
  const token = await meadow(s.world);
  const made = await deployed(s.world, own('Giveaway'), [token.address]);
  await operate(s.world, token, 'transfer', [made.address, 1000n * UNIT]);
  return made;
}

async function stream(s: Stage): Promise<Contract> {
  const token = await meadow(s.world);
  const made = await deployed(s.world, own('Streams'));
  const { deployer } = s.world;
  await s.world.send(deployer, {
    to: token.address,
    abi: token.abi,
    functionName: 'approve',
    args: [made.address, 1n << 200n],
  });
  await operate(s.world, made, 'create', [s.user, token.address, 900n * UNIT]);
  return made;
}

const claims: readonly Case[] = [
  benign(CLAIM, 'claim-merkle', 'D1', 'MerkleDistributor.claim', async (s) => {
    const { made, proof, amount } = await distributor(s);
    return s.send(made, 'claim', [BigInt(seat(s)), s.user, amount, proof]);
  }),
  benign(CLAIM, 'claim-bare', 'D1', 'claim() that gives tokens', async (s) =>
    s.send(form(await giveaway(s), 'claim', 0), 'claim'),
  ),
  benign(CLAIM, 'claim-amount', 'D1', 'claim(uint256) that gives tokens', async (s) =>
    s.send(form(await giveaway(s), 'claim', 1), 'claim', [s.part(100n * UNIT)]),
  ),
  benign(CLAIM, 'claim-tokens', 'D1', 'claimTokens(address)', async (s) =>
    s.send(await giveaway(s), 'claimTokens', [s.user]),
  ),
  benign(CLAIM, 'claim-and-delegate', 'D1', 'claimAndDelegate(address,uint256,bytes32[])', async (s) =>
    s.send(await giveaway(s), 'claimAndDelegate', [s.user, s.part(100n * UNIT), []]),
  ),
  benign(CLAIM, 'claim-with-fee', 'D1', 'claimWithFee: a small fee, tokens in', async (s) =>
    s.send(await giveaway(s), 'claimWithFee', [s.part(100n * UNIT)], UNIT / 10_000n),
  ),
  benign(CLAIM, 'claim-signed', 'D1', 'claimSigned(uint256,bytes)', async (s) => {
    const made = await giveaway(s);
    const amount = s.part(100n * UNIT);
    const signature = await s.signed(
      {
        domain: { name: 'Giveaway', version: '1', chainId: s.world.chainId, verifyingContract: made.address },
        types: { Claim: members('address to,uint256 amount') },
        primaryType: 'Claim',
        message: { to: s.user, amount },
      },
      s.world.deployer,
    );
    return s.send(made, 'claimSigned', [amount, signature]);
  }),
  benign(STREAM, 'stream-withdraw-max', 'G1', 'Sablier withdrawMax', async (s) =>
    s.send(await stream(s), 'withdrawMax', [1n, s.user]),
  ),
  benign(STREAM, 'stream-withdraw', 'G1', 'Sablier withdraw', async (s) =>
    s.send(await stream(s), 'withdraw', [1n, s.user, s.part(100n * UNIT)]),
  ),
  benign(STREAM, 'stream-create', 'A1', 'Sablier create', async (s) => {
    const [token, made] = [await meadow(s.world), await deployed(s.world, own('Streams'))];
    await s.approved(token, made);
    return s.send(made, 'create', [s.world.friend, token.address, s.part(100n * UNIT)]);
  }),
  benign(STREAM, 'stream-cancel', 'G1', 'Sablier cancel', async (s) => {
    const [token, made] = [await meadow(s.world), await deployed(s.world, own('Streams'))];
    await s.approved(token, made);
    await s.did(made, 'create', [s.world.friend, token.address, 100n * UNIT]);
    return s.send(made, 'cancel', [1n]);
  }),
  benign(VEST, 'vesting-release-coin', 'D1', 'VestingWallet.release()', async (s) => {
    const made = await deployed(s.world, own('VestingWallet'), [s.user, 1n, 1000n], {
      key: `VestingWallet ${s.user}`,
      valueWei: 5n * UNIT,
    });
    return s.send(form(made, 'release', 0), 'release');
  }),
  benign(VEST, 'vesting-release-token', 'D1', 'VestingWallet.release(address)', async (s) => {
    const token = await meadow(s.world);
    const made = await deployed(s.world, own('VestingWallet'), [s.user, 1n, 1000n], {
      key: `VestingWallet ${s.user}`,
      valueWei: 5n * UNIT,
    });
    await operate(s.world, token, 'transfer', [made.address, 70n * UNIT]);
    return s.send(form(made, 'release', 1), 'release', [token.address]);
  }),
  benign(VEST, 'vesting-cliff', 'D1', 'VestingWalletCliff.release(address)', async (s) => {
    const token = await meadow(s.world);
    const made = await deployed(s.world, own('CliffGrant'), [s.user, 1n], { key: `CliffGrant ${s.user}` });
    await operate(s.world, token, 'transfer', [made.address, 70n * UNIT]);
    return s.send(form(made, 'release', 1), 'release', [token.address]);
  }),
  benign(VEST, 'vesting-hand-on', 'F5', 'VestingWallet.transferOwnership to the second account', async (s) => {
    const made = await deployed(s.world, own('VestingWallet'), [s.user, 1n, 1000n], {
      key: `VestingWallet ${s.user}`,
      valueWei: 5n * UNIT,
    });
    return known(s, s.send(made, 'transferOwnership', [s.second]));
  }),
  benign(SHARE, 'split-release', 'D1', 'PaymentSplitter.release', async (s) => {
    const made = await deployed(s.world, own('Splitter'), [s.world.users], {
      key: 'Splitter of users',
      valueWei: 8n * UNIT,
    });
    return s.send(made, 'release', [s.user]);
  }),
  benign(SHARE, 'split-release-token', 'D1', 'PaymentSplitter.release of a token', async (s) => {
    const made = await deployed(s.world, own('Splitter'), [s.world.users], {
      key: 'Splitter of users',
      valueWei: 8n * UNIT,
    });
    const token = await meadow(s.world);
    await operate(s.world, token, 'transfer', [made.address, 80n * UNIT]);
    return s.send(made, 'releaseToken', [token.address, s.user]);
  }),
];

/** The wallet knows the person's other account. */
function known(s: Stage, prepared: ReturnType<Stage['send']>): ReturnType<Stage['send']> {
  return { ...prepared, history: { ownAccounts: [s.user, s.second], counterparties: [] } };
}

async function punks(s: Stage): Promise<Contract> {
  const made = await deployed(s.world, own('OldPunks'));
  await s.did(made, 'getPunk', [77n]);
  return made;
}

async function auction(s: Stage): Promise<{ made: Contract; items: Contract; coin: Contract }> {
  const [items, coin] = [await gallery(s.world), await weth(s.world)];
  const made = await deployed(s.world, own('Auction'), [items.address, coin.address]);
  await s.did(items, 'setApprovalForAll', [made.address, true]);
  await s.approved(coin, made);
  return { made, items, coin };
}

const sales: readonly Case[] = [
  benign(OLD, 'punk-get', 'D1', 'CryptoPunks.getPunk', async (s) =>
    s.send(await deployed(s.world, own('OldPunks')), 'getPunk', [12n]),
  ),
  benign(OLD, 'punk-offer', 'C1', 'CryptoPunks.offerPunkForSale', async (s) =>
    s.send(await punks(s), 'offerPunkForSale', [77n, s.part(60n * UNIT)]),
  ),
  benign(OLD, 'punk-no-longer', 'C1', 'CryptoPunks.punkNoLongerForSale', async (s) =>
    s.send(await punks(s), 'punkNoLongerForSale', [77n]),
  ),
  benign(OLD, 'punk-transfer', 'C2', 'CryptoPunks.transferPunk', async (s) =>
    s.send(await punks(s), 'transferPunk', [s.second, 77n]),
  ),
  benign(SALE, 'auction-list', 'C1', 'auction house list(uint256,uint256)', async (s) =>
    s.send((await auction(s)).made, 'list', [itemOf(s.world, s.user), s.part(UNIT)]),
  ),
  benign(SALE, 'auction-cancel', 'C1', 'auction house cancel(uint256)', async (s) => {
    const { made } = await auction(s);
    await s.did(made, 'list', [itemOf(s.world, s.user), UNIT]);
    return s.send(made, 'cancel', [itemOf(s.world, s.user)]);
  }),
  benign(SALE, 'auction-bid', 'C1', 'auction house bid(uint256,uint256) in wrapped coin', async (s) =>
    s.send((await auction(s)).made, 'bid', [3n, s.part(UNIT)]),
  ),
  benign(SALE, 'auction-buy', 'D1', 'auction house buy(uint256) for coin', async (s) => {
    const { made, items } = await auction(s);
    const { friend } = s.world;
    const id = itemOf(s.world, friend);
    await s.world.send(friend, {
      to: items.address,
      abi: items.abi,
      functionName: 'setApprovalForAll',
      args: [made.address, true],
    });
    await s.world.send(friend, { to: made.address, abi: made.abi, functionName: 'list', args: [id, s.part(UNIT)] });
    return s.send(made, 'buy', [id], s.part(UNIT));
  }),
];

export const DROPS: readonly Case[] = [...mints, ...claims, ...sales];
