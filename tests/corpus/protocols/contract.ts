import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Abi, type Address, encodeFunctionData, type Hex } from 'viem';
import { compileSources, pick } from '../artifact.ts';
import type { Artifact, World } from '../World.ts';

/** Something on the chain and how to talk to it. */
export interface Contract {
  readonly address: Address;
  readonly abi: Abi;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));
let compiled: Readonly<Record<string, Artifact>> | null = null;

/** A contract of this folder's Solidity, or of a package one of its files imports. */
export function own(name: string): Artifact {
  compiled ??= compileSources(FOLDER);
  return pick(compiled, name);
}

/** Deploys once per key; the key is the contract's name unless told. */
export async function deployed(
  world: World,
  artifact: Artifact,
  args: readonly unknown[] = [],
  options: { key?: string; valueWei?: bigint } = {},
): Promise<Contract> {
  const { key = artifact.name, valueWei = 0n } = options;
  const address = await world.deploy(`benign ${key}`, artifact, args, { valueWei });
  return { address, abi: artifact.abi };
}

export function dataOf(contract: Contract, functionName: string, args: readonly unknown[] = []): Hex {
  return encodeFunctionData({ abi: contract.abi, functionName, args: [...args] });
}

/** The deployer's own transaction: what an honest operator sets up. */
export async function operate(
  world: World,
  contract: Contract,
  functionName: string,
  args: readonly unknown[] = [],
  valueWei = 0n,
): Promise<void> {
  await world.send(world.deployer, { to: contract.address, abi: contract.abi, functionName, args, valueWei });
}
