import { type Address, concatHex, encodePacked, type Hex, padHex, size, zeroAddress } from 'viem';
import { readArtifact } from '../artifact.ts';
import type { Artifact, World } from '../World.ts';
import { type Contract, deployed, operate } from './contract.ts';

const FOLDER = '@safe-global/safe-smart-account/build/artifacts/contracts';

export interface SafeKit {
  readonly singleton: Contract;
  readonly factory: Contract;
  readonly handler: Contract;
  readonly multiSendCallOnly: Contract;
  readonly signMessage: Contract;
}

/** Where the library stands on every chain, version 1.5.0 (safe-deployments). */
const MULTI_SEND_CALL_ONLY: Address = '0xA83c336B20401Af773B6219BA5027174338D1836';

/** Safe's contracts of its package; the batch library at its own well-known address. */
export function safeKit(world: World): Promise<SafeKit> {
  return world.once('benign safe', async () => {
    const batch = code('libraries/MultiSendCallOnly');
    await world.deployAt(MULTI_SEND_CALL_ONLY, batch);
    return {
      singleton: await deployed(world, code('Safe')),
      factory: await deployed(world, code('proxies/SafeProxyFactory')),
      handler: await deployed(world, code('handler/CompatibilityFallbackHandler')),
      multiSendCallOnly: { address: MULTI_SEND_CALL_ONLY, abi: batch.abi },
      signMessage: await deployed(world, code('libraries/SignMessageLib')),
    };
  });
}

/** A Safe of these owners that any one of them commands, with 20 coin in it. */
export function safeOf(world: World, owners: readonly Address[], threshold = 1n): Promise<Contract> {
  const key = `SafeProxy ${owners.join(' ')} ${threshold}`;
  return world.once(`benign ${key}`, async () => {
    const { singleton, handler } = await safeKit(world);
    const proxy = await deployed(world, code('proxies/SafeProxy'), [singleton.address], { key });
    const safe = { address: proxy.address, abi: singleton.abi };
    await operate(world, safe, 'setup', [
      owners,
      threshold,
      zeroAddress,
      '0x',
      handler.address,
      zeroAddress,
      0n,
      zeroAddress,
    ]);
    await world.rpc('anvil_setBalance', [safe.address, `0x${(20n * 10n ** 18n).toString(16)}`]);
    return safe;
  });
}

export interface SafeCall {
  readonly to: Address;
  readonly valueWei?: bigint;
  readonly data?: Hex;
  /** 1 runs `to`'s code as the Safe's own. */
  readonly operation?: 0 | 1;
}

/** Arguments of `execTransaction`, sent by the owner: their call is their signature (v = 1). */
export function execArguments(call: SafeCall, owner: Address): readonly unknown[] {
  const { to, valueWei = 0n, data = '0x', operation = 0 } = call;
  const signature = concatHex([padHex(owner), padHex('0x', { size: 32 }), '0x01']);
  return [to, valueWei, data, operation, 0n, 0n, 0n, zeroAddress, zeroAddress, signature];
}

/** The message of a `SafeTx`. */
export function safeTxOf(call: SafeCall, nonce: bigint): Readonly<Record<string, unknown>> {
  const { to, valueWei = 0n, data = '0x', operation = 0 } = call;
  const rest = { safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: zeroAddress, refundReceiver: zeroAddress };
  return { to, value: valueWei, data, operation, ...rest, nonce };
}

/** `multiSend`'s packed list. */
export function packed(calls: readonly SafeCall[]): Hex {
  return concatHex(
    calls.map(({ to, valueWei = 0n, data = '0x' }) =>
      encodePacked(['uint8', 'address', 'uint256', 'uint256', 'bytes'], [0, to, valueWei, BigInt(size(data)), data]),
    ),
  );
}

function code(path: string): Artifact {
  return readArtifact(`${FOLDER}/${path}.sol/${path.replace(/^.*\//u, '')}.json`);
}
