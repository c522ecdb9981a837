import { type Address, encodeFunctionData, type Hex, padHex, parseAbi, toEventSelector } from 'viem';
import type { Extra, ExtraStep } from '../Extra.ts';
import { wordsIn } from '../prices/feed.ts';
import { lowerAddress } from '../rpcValue.ts';
import type { Ask } from '../trip.ts';

/**
 * Whether a bare hash could sell the account's items today: the first Wyvern exchange takes an order's hash signed by
 * `personal_sign`, and moves items through a proxy that each of its users has and approved. Asked of bare hashes only.
 */
export const byHash: Extra = {
  id: 'by-hash',
  prepare({ query: { action }, user, view: { chainId } }) {
    const isBare = action.kind === 'message' && action.looksLikeHash;
    return user === null || !isBare || chainId !== WYVERN.chainId ? null : findProxy(user);
  },
};

/** OpenSea until 2022; etherscan.io name tags "Wyvern Exchange v1", "Wyvern Proxy Registry". */
const WYVERN = {
  chainId: 1,
  exchange: '0x7be8076f4ea4a4ad08075c2508e481d6c946d12b',
  registry: '0xa5409ec958c83c3f309868babaca7c86dcb077c1',
} as const;

/** Collections looked at, those approved last first. */
const MOST_COLLECTIONS = 8;

function findProxy(user: Address): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const [[proxyWord = 0n], [mayUse = 0n]] = await Promise.all([
      read(ask, WYVERN.registry, encodeFunctionData({ abi: ABI, functionName: 'proxies', args: [user] })),
      read(ask, WYVERN.registry, encodeFunctionData({ abi: ABI, functionName: 'contracts', args: [WYVERN.exchange] })),
    ]);
    if (proxyWord === 0n || mayUse !== 1n || proxyWord >> 160n !== 0n) return { found: {}, next: null };
    const proxy: Address = `0x${proxyWord.toString(16).padStart(40, '0')}`;
    return { found: {}, next: findApprovals(user, proxy) };
  };
}

function findApprovals(user: Address, proxy: Address): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const topics = [APPROVAL_FOR_ALL, padHex(user, { size: 32 }), padHex(proxy, { size: 32 })];
    const answer = await ask({ method: 'eth_getLogs', params: [{ fromBlock: '0x0', toBlock: 'latest', topics }] });
    const collections = answer.ok && Array.isArray(answer.result) ? answer.result.flatMap(emitterOf).reverse() : [];
    const last = [...new Set(collections)].slice(0, MOST_COLLECTIONS);
    return { found: {}, next: last.length === 0 ? null : confirm(user, proxy, last) };
  };
}

/** An event may lie, and an approval may have been taken back: what counts is what stands. */
function confirm(user: Address, proxy: Address, collections: readonly Address[]): ExtraStep {
  return async ({ askIfAble: ask }) => {
    const open = await Promise.all(
      collections.map(async (collection) => {
        const [[approved], [held]] = await Promise.all([
          read(
            ask,
            collection,
            encodeFunctionData({ abi: ABI, functionName: 'isApprovedForAll', args: [user, proxy] }),
          ),
          read(ask, collection, encodeFunctionData({ abi: ABI, functionName: 'balanceOf', args: [user] })),
        ]);
        return approved === 1n && held !== undefined && held > 0n;
      }),
    );
    const collection = collections.find((_, at) => open[at] === true);
    return { found: collection === undefined ? {} : { openByHash: { proxy, collection } }, next: null };
  };
}

async function read(ask: Ask, to: Address, data: Hex): Promise<bigint[]> {
  return wordsIn(await ask({ method: 'eth_call', params: [{ to, data }, 'latest'] }));
}

function emitterOf(log: unknown): Address[] {
  if (typeof log !== 'object' || log === null || !('address' in log) || typeof log.address !== 'string') return [];
  return /^0x[0-9a-f]{40}$/iu.test(log.address) ? [lowerAddress(log.address)] : [];
}

const ABI = parseAbi([
  'function proxies(address user) view returns (address)',
  'function contracts(address exchange) view returns (bool)',
  'function isApprovedForAll(address owner, address operator) view returns (bool)',
  'function balanceOf(address owner) view returns (uint256)',
]);
const APPROVAL_FOR_ALL = toEventSelector('ApprovalForAll(address,address,bool)');
