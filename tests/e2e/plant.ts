import { type Address, encodeDeployData } from 'viem';
import { compileContracts } from '../contracts/compile.ts';
import type { Chain } from '../setup/chain.ts';

/**
 * Puts a contract of `tests/contracts` at an address of our choosing: on a local chain with id 1, where mainnet's own
 * contract would be. Storage starts empty.
 */
export async function plant(chain: Chain, at: Address, type: string, args: readonly unknown[] = []): Promise<void> {
  const artefact = compileContracts()[type];
  if (artefact === undefined) throw new Error(`No contract "${type}" in tests/contracts`);
  const data = encodeDeployData({ ...artefact, args });
  const { contractAddress } = await chain.send({ from: chain.accounts.deployer.address, data, gas: 6_000_000n });
  if (contractAddress == null) throw new Error(`${type} was not deployed`);
  await chain.request('anvil_setCode', [at, await chain.client.getCode({ address: contractAddress })]);
}
