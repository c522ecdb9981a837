import { type Address, encodeFunctionData, parseAbi } from 'viem';
import type { RpcOutcome } from '../rpc.ts';
import type { Ask } from '../trip.ts';

/** What a feed says: US dollars for one whole token, and when that was set (Unix seconds; `null` when it does not say). */
export interface FeedReading {
  readonly usd: number;
  readonly setAtSeconds: bigint | null;
}

/**
 * A Chainlink feed in US dollars. Feeds that only cap or combine others answer `latestAnswer` alone, so both are asked.
 * Never rejects: what is no price is `null`.
 *
 * Source: https://docs.chain.link/data-feeds/api-reference#aggregatorv3interface
 */
export async function readFeed(ask: Ask, feed: Address): Promise<FeedReading | null> {
  const call = (data: `0x${string}`): Promise<RpcOutcome> =>
    ask({ method: 'eth_call', params: [{ to: feed, data }, 'latest'] });
  const [round, answer] = await Promise.all([call(ROUND), call(ANSWER)]);
  const [, price, , updatedAt, ...rest] = wordsIn(round);
  if (price !== undefined && updatedAt !== undefined && rest.length === 1) {
    const usd = dollars(price);
    if (usd !== null) return { usd, setAtSeconds: updatedAt > 0n && updatedAt < 1n << 63n ? updatedAt : null };
  }
  const [only, ...others] = wordsIn(answer);
  const usd = only === undefined || others.length > 0 ? null : dollars(only);
  return usd === null ? null : { usd, setAtSeconds: null };
}

const ABI = parseAbi(['function latestRoundData() view', 'function latestAnswer() view']);
const ROUND = encodeFunctionData({ abi: ABI, functionName: 'latestRoundData' });
const ANSWER = encodeFunctionData({ abi: ABI, functionName: 'latestAnswer' });

/** Dollar feeds have eight decimals. */
const SCALE = 1e8;
/** From a millionth of a cent to a billion dollars: outside of it a feed is broken, or none. */
const LEAST_USD = 1e-8;
const MOST_USD = 1e9;

function dollars(answer: bigint): number | null {
  const usd = Number(answer) / SCALE;
  return usd >= LEAST_USD && usd <= MOST_USD ? usd : null;
}

/** The 32-byte words of an answer; none when it is no such thing. */
export function wordsIn(outcome: RpcOutcome): bigint[] {
  if (!outcome.ok || typeof outcome.result !== 'string') return [];
  const digits = /^0x((?:[0-9a-f]{64}){1,16})$/iu.exec(outcome.result)?.[1];
  return (digits?.match(/.{64}/gu) ?? []).map((word) => BigInt(`0x${word}`));
}
