import { concatHex, erc20Abi, type Hex, hashTypedData, keccak256, numberToHex, toHex } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Typed } from './attack.ts';
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

/** EntryPoint 0.8 where it stands on every chain. */
const ENTRY_POINT = '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108';

/** The user's plain account runs this code of Accounts.sol, as after a mined EIP-7702 transaction; coins are in it. */
export async function runsCode(heist: Heist, name: string) {
  const { world, user } = heist;
  const code = await heist.honest(name);
  const artifact = readArtifact('@account-abstraction/contracts/artifacts/EntryPoint.json');
  const entryPoint = { address: await world.deployAt(ENTRY_POINT, artifact), abi: artifact.abi };
  await world.rpc('anvil_setCode', [user, `0xef0100${code.address.slice(2)}`]);
  return { account: { address: user, abi: code.abi }, entryPoint, coin: await heist.coin() };
}

/** An operation of the account's, as EntryPoint 0.8 has it signed. */
export function operationOf(heist: Heist, account: Deployed, entryPoint: Deployed, callData: Hex): Typed {
  const gas = (high: bigint, low: bigint) =>
    concatHex([numberToHex(high, { size: 16 }), numberToHex(low, { size: 16 })]);
  return {
    domain: { name: 'ERC4337', version: '1', chainId: heist.world.chainId, verifyingContract: entryPoint.address },
    types: {
      PackedUserOperation: [
        { name: 'sender', type: 'address' },
        { name: 'nonce', type: 'uint256' },
        { name: 'initCode', type: 'bytes' },
        { name: 'callData', type: 'bytes' },
        { name: 'accountGasLimits', type: 'bytes32' },
        { name: 'preVerificationGas', type: 'uint256' },
        { name: 'gasFees', type: 'bytes32' },
        { name: 'paymasterAndData', type: 'bytes' },
      ],
    },
    primaryType: 'PackedUserOperation',
    message: {
      sender: account.address,
      nonce: 0n,
      initCode: '0x',
      callData,
      accountGasLimits: gas(500_000n, 500_000n),
      preVerificationGas: 100_000n,
      gasFees: gas(1_000_000_000n, 50_000_000_000n),
      paymasterAndData: '0x',
    },
  };
}

export function digestOf({ types, ...typed }: Typed): Hex {
  return hashTypedData({ ...typed, types: { ...types } });
}
