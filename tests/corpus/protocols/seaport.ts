import { type Address, type Hex, parseAbi, zeroAddress } from 'viem';
import { compileSources, pick } from '../artifact.ts';
import type { Artifact, World } from '../World.ts';
import { type Contract, deployed, operate } from './contract.ts';

export interface Seaport {
  readonly seaport: Contract;
  readonly controller: Contract;
}

/** Seaport 1.6 of its package, without the IR pipeline (8 s once, then from the cache). */
export function seaport(world: World): Promise<Seaport> {
  return world.once('benign seaport', async () => {
    const controller = await deployed(world, compiled('ConduitController'));
    return { seaport: await deployed(world, compiled('Seaport'), [controller.address]), controller };
  });
}

/** A conduit that Seaport may use: who trades through it approves it once. */
export function conduit(world: World): Promise<Contract & { readonly key: Hex }> {
  return world.once('benign conduit', async () => {
    const { seaport: market, controller } = await seaport(world);
    const key: Hex = `0x${world.deployer.slice(2).toLowerCase()}${'0'.repeat(23)}1`;
    await operate(world, controller, 'createConduit', [key, world.deployer]);
    const found = await world.read(controller.address, controller.abi, 'getConduit', [key]);
    const address: unknown = Array.isArray(found) ? found[0] : null;
    if (typeof address !== 'string') throw new Error('No conduit was made.');
    const made: Contract = {
      address: `0x${address.slice(2)}`,
      abi: parseAbi(['function execute(bytes32[] transfers)']),
    };
    await operate(world, controller, 'updateChannel', [made.address, market.address, true]);
    return { ...made, key };
  });
}

/** `ItemType`. */
export const ITEM = { native: 0, erc20: 1, erc721: 2, erc1155: 3, erc721Any: 4, erc1155Any: 5 } as const;

export interface OfferItem {
  readonly itemType: number;
  readonly token: Address;
  readonly identifierOrCriteria: bigint;
  readonly startAmount: bigint;
  readonly endAmount: bigint;
}

export interface ConsiderationItem extends OfferItem {
  readonly recipient: Address;
}

export interface Order {
  readonly offerer: Address;
  readonly offer: readonly OfferItem[];
  readonly consideration: readonly ConsiderationItem[];
  readonly startTime: bigint;
  readonly endTime: bigint;
  readonly salt: bigint;
  readonly orderType?: number;
  readonly conduitKey?: Hex;
}

export function item(itemType: number, token: Address, id: bigint, amount: bigint, end = amount): OfferItem {
  return { itemType, token, identifierOrCriteria: id, startAmount: amount, endAmount: end };
}

/** What the fulfilling functions take. */
export function parametersOf(order: Order): Readonly<Record<string, unknown>> {
  const { orderType = 0, conduitKey = NO_KEY, ...rest } = order;
  return {
    ...rest,
    zone: zeroAddress,
    orderType,
    zoneHash: NO_KEY,
    conduitKey,
    totalOriginalConsiderationItems: BigInt(order.consideration.length),
  };
}

/** What is signed: the same with the counter in place of the count. */
export function componentsOf(order: Order): Readonly<Record<string, unknown>> {
  const { totalOriginalConsiderationItems: _, ...rest } = parametersOf(order);
  return { ...rest, counter: 0n };
}

export const ORDER_TYPES = {
  OrderComponents: fields(
    'address offerer,address zone,OfferItem[] offer,ConsiderationItem[] consideration,uint8 orderType,uint256 startTime,uint256 endTime,bytes32 zoneHash,uint256 salt,bytes32 conduitKey,uint256 counter',
  ),
  OfferItem: fields('uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount'),
  ConsiderationItem: fields(
    'uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount,address recipient',
  ),
};

const NO_KEY: Hex = `0x${'0'.repeat(64)}`;

function fields(text: string): { name: string; type: string }[] {
  return text.split(',').map((field) => {
    const [type = '', name = ''] = field.split(' ');
    return { name, type };
  });
}

function compiled(name: 'Seaport' | 'ConduitController'): Artifact {
  const path = name === 'Seaport' ? 'seaport-core/src/Seaport.sol' : 'seaport-core/src/conduit/ConduitController.sol';
  return pick(compileSources({ [`${name}Only.sol`]: `pragma solidity ^0.8.24; import "${path}";` }, { runs: 1 }), name);
}
