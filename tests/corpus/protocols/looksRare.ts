import type { Address } from 'viem';
import { compileSources, pick } from '../artifact.ts';
import type { Artifact, World } from '../World.ts';
import { type Contract, deployed, operate } from './contract.ts';
import { weth } from './tokens.ts';

export interface LooksRare {
  readonly exchange: Contract;
  readonly strategy: Contract;
  readonly collectionStrategy: Contract;
  /** Who is approved for collections. */
  readonly transferManager: Contract;
}

const ROOT = '@looksrare/contracts-exchange-v1';
const FILES = {
  CurrencyManager: 'CurrencyManager',
  ExecutionManager: 'ExecutionManager',
  RoyaltyFeeRegistry: 'royaltyFeeHelpers/RoyaltyFeeRegistry',
  RoyaltyFeeManager: 'RoyaltyFeeManager',
  LooksRareExchange: 'LooksRareExchange',
  TransferManagerERC721: 'transferManagers/TransferManagerERC721',
  TransferManagerERC1155: 'transferManagers/TransferManagerERC1155',
  TransferSelectorNFT: 'TransferSelectorNFT',
  StrategyStandardSaleForFixedPrice: 'executionStrategies/StrategyStandardSaleForFixedPrice',
  StrategyAnyItemFromCollectionForFixedPrice: 'executionStrategies/StrategyAnyItemFromCollectionForFixedPrice',
} as const;

/** LooksRare's first exchange of its package, with its two commonest strategies. */
export function looksRare(world: World): Promise<LooksRare> {
  return world.once('benign looksrare', async () => {
    const coin = await weth(world);
    const make = (name: keyof typeof FILES, args: readonly unknown[] = []): Promise<Contract> =>
      deployed(world, compiled(name), args);
    const currencies = await make('CurrencyManager');
    const executions = await make('ExecutionManager');
    const registry = await make('RoyaltyFeeRegistry', [9500n]);
    const royalties = await make('RoyaltyFeeManager', [registry.address]);
    const addresses: Address[] = [
      currencies.address,
      executions.address,
      royalties.address,
      coin.address,
      world.deployer,
    ];
    const exchange = await make('LooksRareExchange', addresses);
    const items = await make('TransferManagerERC721', [exchange.address]);
    const editions = await make('TransferManagerERC1155', [exchange.address]);
    const selector = await make('TransferSelectorNFT', [items.address, editions.address]);
    const strategy = await make('StrategyStandardSaleForFixedPrice', [200n]);
    const collectionStrategy = await make('StrategyAnyItemFromCollectionForFixedPrice', [200n]);
    await operate(world, exchange, 'updateTransferSelectorNFT', [selector.address]);
    await operate(world, currencies, 'addCurrency', [coin.address]);
    for (const { address } of [strategy, collectionStrategy])
      await operate(world, executions, 'addStrategy', [address]);
    return { exchange, strategy, collectionStrategy, transferManager: items };
  });
}

export interface MakerOrder {
  readonly isOrderAsk: boolean;
  readonly signer: Address;
  readonly collection: Address;
  readonly price: bigint;
  readonly tokenId: bigint;
  readonly amount: bigint;
  readonly strategy: Address;
  readonly currency: Address;
  readonly nonce: bigint;
  readonly startTime: bigint;
  readonly endTime: bigint;
  readonly minPercentageToAsk: bigint;
  readonly params: '0x';
}

let code: Readonly<Record<string, Artifact>> | null = null;

function compiled(name: keyof typeof FILES): Artifact {
  code ??= compileSources(
    { 'LooksRareOnly.sol': `pragma solidity ^0.8.0; ${Object.values(FILES).map(importLine).join(' ')}` },
    // The package carries the OpenZeppelin it was written for.
    { remappings: [`@openzeppelin/=${ROOT}/node_modules/@openzeppelin/`] },
  );
  return pick(code, name);
}

function importLine(path: string): string {
  return `import "${ROOT}/contracts/${path}.sol";`;
}
