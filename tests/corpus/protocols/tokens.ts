import { type Address, parseAbi } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { World } from '../World.ts';
import { type Contract, deployed, operate, own } from './contract.ts';

/** Who holds tokens from the start: everybody honest, a million each. */
function holders(world: World): readonly Address[] {
  return [...world.users, world.friend, world.deployer];
}

export const MILLION = 1_000_000n;
export const UNIT = 10n ** 18n;
export const DOLLAR_UNIT = 10n ** 6n;

/** ERC-2612 and ERC-3009, six decimals. */
export const dollar = (world: World): Promise<Contract> => minted(world, 'HarborDollar', MILLION * DOLLAR_UNIT);
/** Plain, with increase and decrease of allowances. */
export const meadow = (world: World): Promise<Contract> => minted(world, 'MeadowToken', MILLION * UNIT);
/** Dai's permit. */
export const orchard = (world: World): Promise<Contract> => minted(world, 'OrchardToken', MILLION * UNIT);
/** Tether's manners. */
export const stone = (world: World): Promise<Contract> => minted(world, 'StoneToken', MILLION * DOLLAR_UNIT);
/** Votes. */
export const civic = (world: World): Promise<Contract> => minted(world, 'CivicToken', MILLION * UNIT);
/** ERC-1363. */
export const herald = (world: World): Promise<Contract> => minted(world, 'HeraldToken', MILLION * UNIT);
export const ember = (world: World): Promise<Contract> => minted(world, 'EmberToken', MILLION * UNIT);
/** Bridges itself. */
export const voyager = (world: World): Promise<Contract> => minted(world, 'TravelToken', MILLION * UNIT);
/** Acts on meta-transactions. */
export const credits = (world: World): Promise<Contract> => minted(world, 'MetaToken', MILLION * UNIT);

function minted(world: World, name: string, amount: bigint): Promise<Contract> {
  return world.once(`benign token ${name}`, async () => {
    const token = await deployed(world, own(name));
    for (const holder of holders(world)) await operate(world, token, 'mint', [holder, amount]);
    return token;
  });
}

/** Takes a fee on each transfer (the one of Uniswap's tests). */
export function deflating(world: World): Promise<Contract> {
  return world.once('benign deflating', async () => {
    const supply = MILLION * UNIT * 100n;
    const token = await deployed(world, readArtifact('@uniswap/v2-periphery/build/DeflatingERC20.json'), [supply]);
    for (const holder of holders(world)) await operate(world, token, 'transfer', [holder, MILLION * UNIT]);
    return token;
  });
}

/** Wrapped coin where it really stands: anywhere else it would be a counterfeit. WETH9, Aave's copy of it. */
const WETH: Address = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const WETH_CODE = '@aave/core-v3/artifacts/contracts/dependencies/weth/WETH9.sol/WETH9.json';

/** Everybody has wrapped 500. */
export function weth(world: World): Promise<Contract> {
  return world.once('benign weth', async () => {
    const { abi, ...code } = readArtifact(WETH_CODE);
    const token = { address: await world.deployAt(WETH, { abi, ...code }), abi };
    for (const holder of holders(world)) {
      await world.rpc('anvil_setBalance', [holder, `0x${(10_000n * UNIT).toString(16)}`]);
      await world.send(holder, { to: token.address, abi: token.abi, functionName: 'deposit', valueWei: 500n * UNIT });
      await world.rpc('anvil_setBalance', [holder, `0x${(1_000n * UNIT).toString(16)}`]);
    }
    return token;
  });
}

/** A collection where each user holds items 10 i to 10 i + 9. */
export function gallery(world: World): Promise<Contract> {
  return world.once('benign gallery', async () => {
    const items = await deployed(world, own('Gallery'));
    for (const [at, holder] of holders(world).entries()) {
      for (const id of [0, 1, 2, 3]) await operate(world, items, 'mint', [holder, BigInt(at * 10 + id)]);
    }
    return items;
  });
}

/** The first of the items of `gallery` that `holder` has. */
export function itemOf(world: World, holder: Address): bigint {
  return BigInt(holders(world).indexOf(holder) * 10);
}

/** Editions: everybody has twenty of numbers 1 to 3. */
export function editions(world: World): Promise<Contract> {
  return world.once('benign editions', async () => {
    const items = await deployed(world, own('Editions'));
    for (const holder of holders(world)) {
      for (const id of [1n, 2n, 3n]) await operate(world, items, 'give', [holder, id, 20n]);
    }
    return items;
  });
}

export const ERC20 = parseAbi([
  'function approve(address spender, uint256 amount) returns (bool)',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function transferFrom(address from, address to, uint256 amount) returns (bool)',
  'function balanceOf(address owner) view returns (uint256)',
  'function nonces(address owner) view returns (uint256)',
]);
