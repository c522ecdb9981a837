import type { Address } from 'viem';
import { type Contract, operate } from '../protocols/contract.ts';
import type { World } from '../World.ts';
import { CENTS, code, UNIT } from './kit.ts';

/** Where Circle's dollar stands on Ethereum: anywhere else it would be a namesake. */
const USDC: Address = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';

function everybody(world: World): readonly Address[] {
  return [...world.users, world.friend, world.deployer];
}

export function usdc(world: World): Promise<Contract> {
  return world.once('held usdc', async () => {
    const artifact = code('FiatCoin');
    const coin = { address: await world.deployAt(USDC, artifact), abi: artifact.abi };
    for (const holder of everybody(world)) await operate(world, coin, 'mint', [holder, 40_000n * CENTS]);
    return coin;
  });
}

/** A young project's coin, of which everybody has 50,000. */
export function quarry(world: World): Promise<Contract> {
  return project(world, 'Quarry', 'QRY');
}

export function lumen(world: World): Promise<Contract> {
  return project(world, 'Lumenfield', 'LMF');
}

function project(world: World, name: string, symbol: string): Promise<Contract> {
  return world.once(`held coin ${symbol}`, async () => {
    const artifact = code('ProjectCoin');
    const coin = { address: await world.deploy(`held coin ${symbol}`, artifact, [name, symbol]), abi: artifact.abi };
    for (const holder of everybody(world)) await operate(world, coin, 'mint', [holder, 50_000n * UNIT]);
    return coin;
  });
}

/** A coin of another kind by its contract's name, 50,000 for everybody. */
export function special(world: World, name: string, args: readonly unknown[] = []): Promise<Contract> {
  return world.once(`held special ${name}`, async () => {
    const artifact = code(name);
    const coin = { address: await world.deploy(`held special ${name}`, artifact, args), abi: artifact.abi };
    for (const holder of everybody(world)) await operate(world, coin, 'mint', [holder, 50_000n * UNIT]);
    return coin;
  });
}

/** Pictures: the i-th of everybody has items 10 i to 10 i + 3. */
export function portraits(world: World): Promise<Contract> {
  return world.once('held portraits', async () => {
    const artifact = code('Portraits');
    const items = { address: await world.deploy('held portraits', artifact), abi: artifact.abi };
    for (const [at, holder] of everybody(world).entries()) {
      for (const id of [0, 1, 2, 3]) await operate(world, items, 'mint', [holder, BigInt(at * 10 + id)]);
    }
    return items;
  });
}

export function portraitOf(world: World, holder: Address): bigint {
  return BigInt(everybody(world).indexOf(holder) * 10);
}

/** Everybody has five of relics 1 to 3. */
export function relics(world: World): Promise<Contract> {
  return world.once('held relics', async () => {
    const artifact = code('Relics');
    const items = { address: await world.deploy('held relics', artifact), abi: artifact.abi };
    for (const holder of everybody(world)) {
      for (const id of [1n, 2n, 3n]) await operate(world, items, 'mint', [holder, id, 5n]);
    }
    return items;
  });
}
