import { erc20Abi, keccak256, toHex } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Deployed, Heist } from './Heist.ts';

export async function wrappedEther(heist: Heist): Promise<Deployed> {
  const artifact = readArtifact('@uniswap/v2-periphery/build/WETH9.json');
  return { address: await heist.world.deploy('attack WETH9', artifact), abi: artifact.abi };
}

/** The user's ERC-4337 account, holding coins. */
export async function smartAccount(heist: Heist): Promise<{ account: Deployed; coin: Deployed; entryPoint: Deployed }> {
  const path = '@account-abstraction/contracts/artifacts';
  const entry = readArtifact(`${path}/EntryPoint.json`);
  const factory = readArtifact(`${path}/SimpleAccountFactory.json`);
  const own = readArtifact(`${path}/SimpleAccount.json`);
  const { world, user } = heist;
  const entryPoint = await world.deploy('attack EntryPoint', entry);
  const maker = { address: await world.deploy('attack SimpleAccountFactory', factory, [entryPoint]), abi: factory.abi };
  const salt = BigInt(keccak256(toHex('attack account')));
  const address = await world.once(`attack smart account ${user}`, async () => {
    // Only the entry point's own helper may make accounts.
    const creator = await world.read(maker.address, maker.abi, 'senderCreator');
    await heist.setEther(asAddress(creator), 10n ** 18n);
    await heist.send(asAddress(creator), maker, 'createAccount', [user, salt]);
    return asAddress(await world.read(maker.address, maker.abi, 'getAddress', [user, salt]));
  });
  const coin = await heist.coin();
  await heist.send(world.deployer, coin, 'mint', [address, heist.scaled(9_000_000_000n)]);
  await heist.setEther(address, 3n * 10n ** 18n);
  return { account: { address, abi: own.abi }, coin, entryPoint: { address: entryPoint, abi: entry.abi } };
}

export async function takeFrom(heist: Heist, coin: Deployed, account: Deployed): Promise<void> {
  const held = await heist.balance(coin, account.address)();
  await heist.send(heist.thief, { ...coin, abi: erc20Abi }, 'transferFrom', [account.address, heist.thief, held]);
}

export function asAddress(value: unknown): `0x${string}` {
  return `0x${String(value).slice(2)}`;
}
