import type { Address } from 'viem';
import type { Coins } from './coins.ts';
import type { KnownContract, Registry, RegistryDapp, RegistryToken, SearchableRegistry } from './Registry.ts';
import type { Table } from './table.ts';
import type { TokenFile } from './tokenFile.ts';
import { resembles, tokenKey } from './tokenKey.ts';

/** What the search reads: the registry's own files, opened. */
export interface SearchFiles {
  readonly tokens: TokenFile;
  readonly coins: Coins;
  readonly contracts: Table;
  readonly contract: Registry['contract'];
  readonly dapps: Table;
  readonly sources: readonly { readonly name: string; readonly date: string; readonly tokenList: string }[];
}

/** A person's questions, answered by reading tables through: milliseconds, and never part of a check. */
export function createSearch(files: SearchFiles): Omit<SearchableRegistry, keyof Registry> {
  const { tokens, coins, contracts, contract, dapps, sources } = files;
  return {
    tokensAt: tokens.atAddress,
    contractsAt: (address) => contractsAt(contracts, contract, address),
    tokensCalled: (chainId, text) => tokensCalled(tokens, chainId, text),
    coinCalled(text) {
      const native = coins.called('native', text);
      if (native !== null) return { kind: 'native', symbol: native.symbol, name: native.name };
      const brand = coins.called('brand', text);
      return brand === null ? null : { kind: 'brand', symbol: brand.symbol, name: brand.name };
    },
    dappsCalled: (text) => dappsCalled(dapps, text),
    withEnds(head, tail) {
      const named = new Map<string, { address: Address; name: string }>();
      for (const { address, symbol } of tokens.withEnds(head, tail)) named.set(address, { address, name: symbol });
      for (const [address = '', , name = ''] of contracts.rows()) {
        if (!address.startsWith(`0x${head}`) || !address.endsWith(tail)) continue;
        named.set(address, { address: `0x${address.slice(2)}`, name });
      }
      return [...named.values()];
    },
    tokenList(list) {
      const source = sources.find(({ tokenList }) => tokenList === list);
      return source === undefined ? null : { name: source.name, date: source.date };
    },
  };
}

function contractsAt(table: Table, contract: Registry['contract'], address: Address): KnownContract[] {
  const wanted = address.toLowerCase();
  return table.rows().flatMap(([known = '', chain = '']) => {
    if (known !== wanted) return [];
    const chainId = chain === '*' ? null : Number(chain);
    const facts = contract(chainId ?? 1, address);
    return facts === null ? [] : [{ ...facts, chainId }];
  });
}

function tokensCalled(tokens: TokenFile, chainId: number | null, text: string): RegistryToken[] {
  const key = tokenKey(text);
  if (key === '') return [];
  const found = new Map<string, RegistryToken>();
  for (const part of ['symbol', 'name'] as const) {
    for (const token of tokens.withKey(chainId, part, key)) {
      if (!resembles(text, token.symbol) && !resembles(text, token.name)) continue;
      found.set(`${token.chainId}:${token.address}`, token);
    }
  }
  // What several lists name comes first on each chain: many tokens share a symbol.
  return [...found.values()].sort((a, b) => a.chainId - b.chainId || b.lists.length - a.lists.length);
}

function dappsCalled(dapps: Table, text: string): RegistryDapp[] {
  const key = tokenKey(text);
  if (key === '') return [];
  return dapps.rows().flatMap(([name = '', domains = '', , imitated, source = '']) => {
    if (imitated !== '1' || tokenKey(name) !== key || !resembles(text, name)) return [];
    return domains.split(' ').map((domain) => ({ domain, name, source }));
  });
}
