import { type Address, decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { namehash } from 'viem/ens';
import type { EnsAnswer, EnsReverse } from './AddressReader.ts';
import type { RpcOutcome } from './rpc.ts';
import { lowerAddress } from './rpcValue.ts';
import type { Ask } from './trip.ts';

/** How the reader asks: one round trip a question, and the forward look-up it has anyway. */
export interface ReverseTools {
  readonly travel: <T>(pack: (ask: Ask) => Promise<T>) => Promise<T>;
  readonly registry: Address;
  readonly resolve: (name: string) => Promise<EnsAnswer>;
}

/**
 * The name an address gives itself in ENS (ENSIP-3), looked up the other way round as well: a reverse record alone is
 * the address's own word. `null` when there is none.
 *
 * @throws RpcError, DeadlineError
 */
export async function reverseName(
  address: Address,
  { travel, registry, resolve }: ReverseTools,
): Promise<EnsReverse | null> {
  const node = namehash(`${address.slice(2).toLowerCase()}.addr.reverse`);
  const view = (to: Address, functionName: 'resolver' | 'name') => (ask: Ask) =>
    ask({
      method: 'eth_call',
      params: [{ to, data: encodeFunctionData({ abi: ABI, functionName, args: [node] }) }, 'latest'],
    });
  const resolver = addressIn(await travel(view(registry, 'resolver')));
  const name = resolver === null ? null : textIn(await travel(view(resolver, 'name')));
  if (name === null) return null;
  const forward = await resolve(name);
  if (forward.kind === 'letters' || forward.kind === 'no-chain') return { name, points: 'unchecked' };
  const isBack = forward.kind === 'address' && forward.address === lowerAddress(address);
  return { name, points: isBack ? 'back' : 'elsewhere' };
}

/** Longer names than any that can be read; what stands behind is cut. */
const MAX_NAME = 255;

function textIn(outcome: RpcOutcome): string | null {
  if (!outcome.ok || typeof outcome.result !== 'string' || outcome.result.length > MAX_ANSWER) return null;
  try {
    const data: `0x${string}` = `0x${outcome.result.slice(2)}`;
    const name = decodeFunctionResult({ abi: ABI, functionName: 'name', data }).slice(0, MAX_NAME);
    return name === '' ? null : name;
  } catch {
    // A resolver that knows no names, or nonsense.
    return null;
  }
}

/** Hex digits of the longest answer worth decoding. */
const MAX_ANSWER = 4096;

function addressIn(outcome: RpcOutcome): Address | null {
  if (!outcome.ok || typeof outcome.result !== 'string') return null;
  const [, digits] = /^0x0{24}([0-9a-f]{40})$/iu.exec(outcome.result) ?? [];
  return digits === undefined || /^0+$/u.test(digits) ? null : lowerAddress(`0x${digits}`);
}

const ABI = parseAbi([
  'function resolver(bytes32 node) view returns (address)',
  'function name(bytes32 node) view returns (string)',
]);
