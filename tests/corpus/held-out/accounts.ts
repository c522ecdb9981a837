import type { Address, Hex } from 'viem';
import { concatHex, numberToHex } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Contract } from '../protocols/contract.ts';
import type { World } from '../World.ts';
import { members, type Stage, type Typed } from './kit.ts';

const ENTRY_POINT: Address = '0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108';

/** The entry point of its package, version 0.8, where it stands on every chain. */
export async function entryPoint(world: World): Promise<Contract> {
  const artifact = readArtifact('@account-abstraction/contracts/artifacts/EntryPoint.json');
  return { address: await world.deployAt(ENTRY_POINT, artifact), abi: artifact.abi };
}

/** The user's account as the package's EIP-7702 account. */
export async function simpleAccount(s: Stage): Promise<Contract> {
  await entryPoint(s.world);
  const artifact = readArtifact('@account-abstraction/contracts/artifacts/Simple7702Account.json');
  return s.delegated({ address: await s.world.deploy('held Simple7702Account', artifact), abi: artifact.abi });
}

export interface UserOperation {
  readonly sender: Address;
  readonly nonce: bigint;
  readonly initCode: Hex;
  readonly callData: Hex;
  readonly accountGasLimits: Hex;
  readonly preVerificationGas: bigint;
  readonly gasFees: Hex;
  readonly paymasterAndData: Hex;
}

const pair = (high: bigint, low: bigint): Hex =>
  concatHex([numberToHex(high, { size: 16 }), numberToHex(low, { size: 16 })]);

export function operationOf(sender: Address, callData: Hex): UserOperation {
  return {
    sender,
    nonce: 0n,
    initCode: '0x',
    callData,
    accountGasLimits: pair(300_000n, 500_000n),
    preVerificationGas: 60_000n,
    gasFees: pair(10n ** 9n, 10n ** 10n),
    paymasterAndData: '0x',
  };
}

/** What the owner of an account signs since version 0.8. */
export function operationTyped(s: Stage, operation: UserOperation): Typed {
  return {
    domain: { name: 'ERC4337', version: '1', chainId: s.world.chainId, verifyingContract: ENTRY_POINT },
    types: {
      PackedUserOperation: members(
        'address sender,uint256 nonce,bytes initCode,bytes callData,bytes32 accountGasLimits,uint256 preVerificationGas,bytes32 gasFees,bytes paymasterAndData',
      ),
    },
    primaryType: 'PackedUserOperation',
    message: { ...operation },
  };
}
