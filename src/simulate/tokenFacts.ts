import {
  type Address,
  decodeAbiParameters,
  encodeFunctionData,
  type Hex,
  hexToString,
  numberToHex,
  parseAbi,
  size,
} from 'viem';
import type { RpcOutcome } from './rpc.ts';
import type { TokenFacts } from './Simulator.ts';
import type { Ask } from './trip.ts';

/** Most tokens one look describes. */
export const MAX_TOKENS = 32;

/** A token to describe; `id` reads an ERC-1155 holding of that item. */
export interface TokenQuestion {
  readonly address: Address;
  readonly id: bigint | null;
}

const ABI = parseAbi([
  'function symbol() view returns (string)',
  'function name() view returns (string)',
  'function decimals() view returns (uint8)',
  'function balanceOf(address owner) view returns (uint256)',
  'function UNDERLYING_ASSET_ADDRESS() view returns (address)',
  'function borrowAllowance(address from, address to) view returns (uint256)',
]);
const ITEM_ABI = parseAbi(['function balanceOf(address owner, uint256 id) view returns (uint256)']);

/** Characters kept of a name the contract chose. */
const MAX_NAME = 128;
const WORD = 32;

/**
 * What a token says of itself; each part is `null` when it says nothing readable. Never rejects.
 *
 * @param askIfAble asks whether it is a lender's token; `null` leaves that out.
 */
export async function readToken(
  ask: Ask,
  token: TokenQuestion,
  user: Address | null,
  askIfAble: Ask | null = null,
): Promise<TokenFacts> {
  const view = (data: Hex, by = ask): Promise<RpcOutcome> =>
    by({ method: 'eth_call', params: [{ to: token.address, data }, 'latest'] });
  const lends = user !== null && token.id === null ? askIfAble : null;
  const [symbol, name, decimals, holding, underlying, credit] = await Promise.all([
    view(encodeFunctionData({ abi: ABI, functionName: 'symbol' })),
    view(encodeFunctionData({ abi: ABI, functionName: 'name' })),
    view(encodeFunctionData({ abi: ABI, functionName: 'decimals' })),
    user === null ? null : view(holdingData(user, token.id)),
    lends === null ? null : view(encodeFunctionData({ abi: ABI, functionName: 'UNDERLYING_ASSET_ADDRESS' }), lends),
    lends === null || user === null
      ? null
      : view(encodeFunctionData({ abi: ABI, functionName: 'borrowAllowance', args: [user, user] }), lends),
  ]);
  const places = numberIn(decimals);
  return {
    symbol: textIn(symbol),
    name: textIn(name),
    decimals: places === null || places > 255n ? null : Number(places),
    holding: holding === null ? null : numberIn(holding),
    ...lenderFacts(token.address, underlying, credit),
  };
}

function lenderFacts(
  token: Address,
  underlying: RpcOutcome | null,
  credit: RpcOutcome | null,
): Pick<TokenFacts, 'underlying' | 'debt'> {
  const word = underlying === null ? null : numberIn(underlying);
  // What answers every question with a small number or a long word names no asset.
  if (word === null || word < SMALLEST_ADDRESS || word > LARGEST_ADDRESS || word === BigInt(token)) return {};
  const owed = credit !== null && numberIn(credit) !== null;
  return { underlying: numberToHex(word, { size: 20 }), ...(owed ? { debt: true } : {}) };
}

const SMALLEST_ADDRESS = 1n << 104n;
const LARGEST_ADDRESS = (1n << 160n) - 1n;

/** What one account holds of a token, base units; `null` when the token says nothing readable. Never rejects. */
export async function readHolding(ask: Ask, token: TokenQuestion, account: Address): Promise<bigint | null> {
  const call = { to: token.address, data: holdingData(account, token.id) };
  return numberIn(await ask({ method: 'eth_call', params: [call, 'latest'] }));
}

function holdingData(user: Address, id: bigint | null): Hex {
  return id === null
    ? encodeFunctionData({ abi: ABI, functionName: 'balanceOf', args: [user] })
    : encodeFunctionData({ abi: ITEM_ABI, functionName: 'balanceOf', args: [user, id] });
}

function bytesIn(outcome: RpcOutcome): Hex | null {
  if (!outcome.ok || typeof outcome.result !== 'string' || !/^0x(?:[0-9a-f]{2})+$/iu.test(outcome.result)) return null;
  return `0x${outcome.result.slice(2)}`;
}

function numberIn(outcome: RpcOutcome): bigint | null {
  const bytes = bytesIn(outcome);
  return bytes === null || size(bytes) < WORD ? null : BigInt(bytes.slice(0, 2 + 2 * WORD));
}

function textIn(outcome: RpcOutcome): string | null {
  const bytes = bytesIn(outcome);
  if (bytes === null || size(bytes) < WORD) return null;
  try {
    // Early tokens (MKR) answer bytes32 instead of a string.
    const text =
      size(bytes) === WORD ? hexToString(bytes, { size: WORD }) : decodeAbiParameters([{ type: 'string' }], bytes)[0];
    return text.slice(0, MAX_NAME);
  } catch {
    // What is no text is no name.
    return null;
  }
}
