import { createRequire } from 'node:module';
import { type Abi, type Address, encodeDeployData, type Hex } from 'viem';
import type { Chain } from '../setup/chain.ts';

const require = createRequire(import.meta.url);

/** A contract as its npm package publishes it, in Truffle's or Hardhat's shape. */
export function npmArtefact(path: string): { readonly abi: Abi; readonly bytecode: Hex } {
  const { abi, bytecode }: { abi: Abi; bytecode: string } = require(path);
  return { abi, bytecode: bytecode.startsWith('0x') ? `0x${bytecode.slice(2)}` : `0x${bytecode}` };
}

/** Deploys from the test's deployer and waits; lower-case address. */
export async function deployOn(
  chain: Chain,
  { abi, bytecode }: { readonly abi: Abi; readonly bytecode: Hex },
  args: readonly unknown[] = [],
): Promise<Address> {
  const data = encodeDeployData({ abi, bytecode, args });
  return deployCode(chain, data);
}

/** The same for creation code without a constructor. */
export async function deployCode(chain: Chain, data: Hex): Promise<Address> {
  const receipt = await chain.send({ from: chain.accounts.deployer.address, data, gas: 12_000_000n });
  if (receipt.status !== 'success' || receipt.contractAddress == null) throw new Error('The deployment reverted.');
  return `0x${receipt.contractAddress.slice(2).toLowerCase()}`;
}
