import { type Address, encodeFunctionData, parseAbi } from 'viem';
import type { RpcError } from '../../errors.ts';
import { wordsIn } from '../prices/feed.ts';
import type { Ask } from '../trip.ts';

/** True when the collection itself says that nobody has the item; `null` when it says nothing that can be told. */
export async function hasNobody(
  ask: Ask,
  { collection, id }: { readonly collection: Address; readonly id: bigint },
): Promise<boolean | null> {
  const call = (data: `0x${string}`) => ask({ method: 'eth_call', params: [{ to: collection, data }, 'latest'] });
  const [code, kind, owner] = await Promise.all([
    ask({ method: 'eth_getCode', params: [collection, 'latest'] }),
    call(IS_COLLECTION),
    call(encodeFunctionData({ abi: ABI, functionName: 'ownerOf', args: [id] })),
  ]);
  if (code.ok && code.result === '0x') return true;
  // A contract that is no collection, or an endpoint that refuses, says nothing about who has what.
  if (wordsIn(kind)[0] !== 1n) return null;
  if (!owner.ok) return isRevert(owner.error) ? true : null;
  const [word] = wordsIn(owner);
  return word === undefined ? null : word === 0n;
}

/** Endpoints give a revert the code 3, or say the word. */
function isRevert({ code, message }: RpcError): boolean {
  return code === 3 || /revert/iu.test(message);
}

const ABI = parseAbi([
  'function ownerOf(uint256 id) view returns (address)',
  'function supportsInterface(bytes4 id) view returns (bool)',
]);
/** ERC-165 id of ERC-721. */
const IS_COLLECTION = encodeFunctionData({ abi: ABI, functionName: 'supportsInterface', args: ['0x80ac58cd'] });
