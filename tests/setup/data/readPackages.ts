import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as v from 'valibot';
import * as viemChains from 'viem/chains';
import type { TokenEntry } from '../../../src/registry/encodeTokens.ts';

/** What the npm packages say, each read through a schema: a package that changed its shape stops the build. */
const require = createRequire(import.meta.url);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const Phishing = v.object({
  blacklist: v.array(v.string()),
  whitelist: v.array(v.string()),
  fuzzylist: v.array(v.string()),
});

export function readPhishingConfig(): v.InferOutput<typeof Phishing> {
  return v.parse(Phishing, readJson(require.resolve('eth-phishing-detect/src/config.json')));
}

const ContractMap = v.record(
  v.string(),
  v.object({
    name: v.string(),
    symbol: v.string(),
    decimals: v.optional(v.number()),
    erc20: v.optional(v.boolean()),
    erc721: v.optional(v.boolean()),
    erc1155: v.optional(v.boolean()),
  }),
);

const TokenList = v.object({
  tokens: v.array(
    v.object({
      chainId: v.number(),
      address: v.string(),
      name: v.string(),
      symbol: v.string(),
      decimals: v.number(),
      tags: v.optional(v.array(v.string())),
    }),
  ),
});

/** Entries of all three token lists; `list` is the `tokenList` of `PACKAGED`. */
export function readTokens(): TokenEntry[] {
  const metamask = v.parse(ContractMap, require('@metamask/contract-metadata'));
  const optimism = v.parse(v.object({ default: TokenList }), require('@eth-optimism/tokenlist')).default;
  const addressBook = require.resolve('@aave-dao/aave-address-book').replace(/dist\/[^/]*$/u, 'tokenlist.json');
  const aave = v.parse(TokenList, readJson(addressBook));
  const fungible = (list: string, from: v.InferOutput<typeof TokenList>): TokenEntry[] =>
    from.tokens.map((token) => ({
      chainId: token.chainId,
      address: token.address,
      symbol: token.symbol,
      name: token.name,
      decimals: token.decimals,
      type: 'erc20',
      list,
    }));
  return [
    ...Object.entries(metamask).map(
      ([address, token]): TokenEntry => ({
        chainId: 1,
        address,
        symbol: token.symbol,
        name: token.name,
        decimals: token.decimals ?? null,
        type: token.erc721 === true ? 'erc721' : token.erc1155 === true ? 'erc1155' : 'erc20',
        list: 'MetaMask',
      }),
    ),
    ...fungible('Superchain', optimism),
    ...fungible('Aave', aave),
  ];
}

const Market = v.object({ POOL: v.string(), CHAIN_ID: v.number(), WETH_GATEWAY: v.optional(v.string()) });

export interface AaveContract {
  readonly chainId: number;
  readonly address: string;
  readonly name: string;
}

/** Lending pools and Ether gateways of every Aave market, V2 and V3. */
export async function readAaveContracts(): Promise<AaveContract[]> {
  const book: Record<string, unknown> = await import('@aave-dao/aave-address-book');
  return Object.keys(book)
    .sort()
    .flatMap((key) => {
      const market = v.safeParse(Market, book[key]);
      if (!market.success) return [];
      const { POOL, CHAIN_ID, WETH_GATEWAY } = market.output;
      const version = /^AaveV(\d)/u.exec(key)?.[1] ?? '';
      const pool = { chainId: CHAIN_ID, address: POOL, name: `Aave V${version} Pool` };
      if (WETH_GATEWAY === undefined) return [pool];
      return [pool, { chainId: CHAIN_ID, address: WETH_GATEWAY, name: `Aave V${version} Ether Gateway` }];
    });
}

const Chain = v.object({
  id: v.number(),
  name: v.string(),
  nativeCurrency: v.object({ symbol: v.string(), decimals: v.number() }),
  rpcUrls: v.object({ default: v.object({ http: v.array(v.string()) }) }),
  blockExplorers: v.optional(v.object({ default: v.object({ name: v.string(), url: v.string() }) })),
  testnet: v.optional(v.boolean()),
});

export type ViemChain = v.InferOutput<typeof Chain> & { readonly key: string };

/** One chain an id, ascending. Several share an id in viem: a main network wins, then the shorter key, then the first by name. */
export function readChains(): ViemChain[] {
  const byId = new Map<number, ViemChain>();
  const all = Object.entries(viemChains).flatMap(([key, value]) => {
    const chain = v.safeParse(Chain, value);
    return chain.success ? [{ ...chain.output, key }] : [];
  });
  const preferred = (a: ViemChain, b: ViemChain) =>
    Number(a.testnet === true) - Number(b.testnet === true) || a.key.length - b.key.length || (a.key < b.key ? -1 : 1);
  for (const chain of all.sort(preferred)) if (!byId.has(chain.id)) byId.set(chain.id, chain);
  return [...byId.values()].sort((a, b) => a.id - b.id);
}
