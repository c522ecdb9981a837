import { COINS } from '../../../src/registry/tables/coins.ts';
import { CONTRACTS } from '../../../src/registry/tables/contracts.ts';
import { DAPPS } from '../../../src/registry/tables/dapps.ts';
import { KINDS } from '../../../src/registry/tables/kinds.ts';
import { hostOf } from '../../../src/text/domains.ts';
import { hosts } from './hostLists.ts';
import { OWN_TABLES, PACKAGED } from './packages.ts';
import { readAaveContracts, readChains, readPhishingConfig, type ViemChain } from './readPackages.ts';

export type Rows = readonly (readonly string[])[];

/** Column orders are read back in `src/registry/createRegistry.ts`. */
export function sourceRows(): Rows {
  return [
    ...PACKAGED.map(({ id, name, date, licence, tokenList }) => [id, name, date, licence, tokenList]),
    [OWN_TABLES.id, OWN_TABLES.name, OWN_TABLES.date, OWN_TABLES.licence, ''],
  ];
}

export function chainRows(): Rows {
  return readChains().map((chain) => [
    String(chain.id),
    chain.name,
    chain.nativeCurrency.symbol,
    String(chain.nativeCurrency.decimals),
    [...new Set(chain.rpcUrls.default.http.map(hostOf).filter((host) => host !== null))].join(' '),
    chain.blockExplorers?.default.url ?? '',
    chain.testnet === true || isLocal(chain) ? '1' : '0',
  ]);
}

export async function contractRows(): Promise<Rows> {
  const own = CONTRACTS.flatMap((fact) =>
    (fact.chains === '*' ? ['*'] : fact.chains.map(String)).map((chain) => [
      fact.address.toLowerCase(),
      chain,
      fact.name,
      fact.role,
      fact.domains.join(' '),
      fact.source,
    ]),
  );
  const aave = (await readAaveContracts()).map(({ chainId, address, name }) => {
    return [address.toLowerCase(), String(chainId), name, 'other', 'aave.com', 'npm @aave-dao/aave-address-book'];
  });
  return sortedOnce([...own, ...aave], (row) => `${row[0]}:${row[1]}`);
}

export function coinRows(): Rows {
  return COINS.map(({ kind, symbol, name, alsoCalled }) => [kind, symbol, name, alsoCalled.join('|')]);
}

/** Name, domains, coined words, `1` when imitators aim at it, source, kind. First come, first known. */
export function dappRows(): Rows {
  const explorers = readChains().flatMap((chain) => {
    const host = hostOf(chain.blockExplorers?.default.url ?? null);
    const name = chain.blockExplorers?.default.name ?? '';
    return host === null || isLocal(chain) ? [] : [[name, host.replace(/^www\./u, ''), '', '0', 'viem chains', '']];
  });
  const own = DAPPS.map(({ name, domains, coined }) => [
    name,
    domains.join(' '),
    coined.join(' '),
    '1',
    OWN_TABLES.name,
    kindOf(name),
  ]);
  return [...own, ...sortedOnce(explorers, (row) => row[1] ?? '')];
}

function kindOf(name: string): string {
  return Object.entries(KINDS).find(([, names]) => names.includes(name))?.[0] ?? '';
}

/** Sites whose names look like a known one's and are honest, as MetaMask found under complaint. */
export function quietRows(): Rows {
  const { whitelist, fuzzylist } = readPhishingConfig();
  return hosts([...whitelist, ...fuzzylist])
    .sort()
    .map((host) => [host]);
}

function isLocal(chain: ViemChain): boolean {
  return chain.rpcUrls.default.http.every((url) => ['127.0.0.1', 'localhost'].includes(hostOf(url) ?? ''));
}

function sortedOnce(rows: readonly string[][], keyOf: (row: string[]) => string): Rows {
  const once = new Map<string, string[]>();
  for (const row of rows) if (!once.has(keyOf(row))) once.set(keyOf(row), row);
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
