import type { Address } from 'viem';
import { coveringHosts, isLoopbackHost, splitHost } from '../text/domains.ts';
import { createCodeTwins } from './codes.ts';
import { createCoins } from './coins.ts';
import { impersonated, type TokenKnowledge } from './impersonation.ts';
import { createDescriptors } from './intents.ts';
import { DAPP_KINDS, type DappKind, kindOfDapp } from './kind.ts';
import { type Brand, createLookalikeSearch } from './lookalike.ts';
import { createPriceSources } from './prices.ts';
import type {
  HostLookalike,
  Registry,
  RegistryChain,
  RegistryContract,
  RegistryDapp,
  SearchableRegistry,
} from './Registry.ts';
import { createSearch } from './search.ts';
import { damaged, lazy, readTable } from './table.ts';
import { readTokenFile } from './tokenFile.ts';

/** The files a registry is made of, as the build writes them to `data/registry/`. */
export const REGISTRY_FILES = [
  ...[
    'tokens.bin',
    'chains.tsv',
    'contracts.tsv',
    'coins.tsv',
    'dapps.tsv',
    'quiet.tsv',
    'feeds.tsv',
    'codes.tsv',
    'intents.tsv',
    'sources.tsv',
  ],
] as const;

/**
 * The registry in these files, by their names in `REGISTRY_FILES`. Whole files are checked at once, rows are split on
 * first use.
 *
 * @throws ListUnavailableError naming the file that is missing or damaged.
 */
export function createRegistry(
  files: readonly { readonly id: string; readonly bytes: Uint8Array }[],
): SearchableRegistry {
  const bytesOf = (id: string) => {
    const file = files.find((candidate) => candidate.id === id);
    if (file === undefined) throw damaged(id);
    return file.bytes;
  };
  const table = (id: string) => readTable(id, bytesOf(id));
  const sources = table('sources.tsv')
    .rows()
    .map(([id = '', name = '', date = '', licence = '', tokenList = '']) => ({ id, name, date, licence, tokenList }));
  const tokenLists = sources.filter((source) => source.tokenList !== '').map((source) => source.tokenList);
  const tokens = readTokenFile('tokens.bin', bytesOf('tokens.bin'), tokenLists);
  const coins = createCoins(table('coins.tsv'));
  const chains = chainsOf(table('chains.tsv'));
  const contractTable = table('contracts.tsv');
  const contract = contractsOf(contractTable);
  const dappTable = table('dapps.tsv');
  const { dapp, lookalike } = dappsOf(dappTable, table('quiet.tsv'));

  const knowledge: TokenKnowledge = {
    tokens,
    coins,
    isNativeFace: (chainId, address) => {
      const known = contract(chainId, address);
      return known !== null && (known.role === 'wrapped' || known.name.endsWith('(native)'));
    },
    isPublicChain: (chainId) => chains().get(chainId)?.rpcHosts.every(isLoopbackHost) === false,
  };
  return {
    sources: sources.map(({ id, name, date, licence }) => ({ id, name, date, licence })),
    token: tokens.find,
    impersonates: (chainId, address, symbol, name) => impersonated(knowledge, chainId, address, symbol, name),
    contract,
    contractsOf: linkedContracts(contractTable, contract, dapp),
    dapp,
    kindOf: (facts) => kindOfDapp({ ...facts, dapp: facts.host === null ? null : dapp(facts.host) }),
    lookalike,
    chain: (chainId) => chains().get(chainId) ?? null,
    ...createPriceSources(table('feeds.tsv'), tokens.find),
    codeTwin: createCodeTwins(table('codes.tsv')),
    descriptors: createDescriptors(table('intents.tsv'), sources.find(({ id }) => id === 'erc7730')?.date ?? null),
    ...createSearch({ tokens, coins, contracts: contractTable, contract, dapps: dappTable, sources }),
  };
}

type Rows = ReturnType<typeof readTable>;

function chainsOf(table: Rows): () => ReadonlyMap<number, RegistryChain> {
  return lazy(() => {
    const chains = new Map<number, RegistryChain>();
    for (const [id, name = '', symbol = '', decimals, rpcHosts = '', explorer = '', testnet] of table.rows()) {
      chains.set(Number(id), {
        chainId: Number(id),
        name,
        nativeSymbol: symbol,
        nativeDecimals: Number(decimals),
        rpcHosts: words(rpcHosts),
        explorer: explorer === '' ? null : explorer,
        testnet: testnet === '1',
      });
    }
    return chains;
  });
}

const ROLES: Readonly<Record<string, RegistryContract['role']>> = {
  ...{ router: 'router', permit2: 'permit2', marketplace: 'marketplace', conduit: 'conduit', safe: 'safe' },
  ...{ wrapped: 'wrapped', forwarder: 'forwarder', delegator: 'delegator' },
};

function contractsOf(table: Rows): Registry['contract'] {
  const index = lazy(() => new Map(table.rows().map((row) => [`${row[0] ?? ''}:${row[1] ?? ''}`, row])));
  return (chainId: number, address: Address) => {
    const key = address.toLowerCase();
    const row = index().get(`${key}:${chainId}`) ?? index().get(`${key}:*`);
    if (row === undefined) return null;
    const [, , name = '', role = '', domains = '', source = ''] = row;
    return { chainId, address: address, name, role: ROLES[role] ?? 'other', domains: words(domains), source };
  };
}

/** By the site's name, so that each of its home domains leads to all of its contracts. */
function linkedContracts(
  table: Rows,
  contract: Registry['contract'],
  dapp: Registry['dapp'],
): NonNullable<Registry['contractsOf']> {
  const nameOf = (domain: string) => dapp(domain)?.name ?? domain;
  const index = lazy(() => {
    const linked = new Map<string, { readonly address: Address; readonly chain: string }[]>();
    for (const [address = '', chain = '', , , domains = ''] of table.rows()) {
      for (const name of new Set(words(domains).map(nameOf))) {
        linked.set(name, [...(linked.get(name) ?? []), { address: `0x${address.slice(2)}`, chain }]);
      }
    }
    return linked;
  });
  return (chainId, domain) =>
    (index().get(nameOf(domain)) ?? []).flatMap(({ address, chain }) => {
      const known = chain === '*' || chain === String(chainId) ? contract(chainId, address) : null;
      return known === null ? [] : [known];
    });
}

function dappsOf(dappTable: Rows, quietTable: Rows): Pick<Registry, 'dapp' | 'lookalike'> {
  const index = lazy(() => {
    const known = new Map<string, RegistryDapp>();
    const brands: Brand[] = [];
    for (const [name = '', domains = '', coined = '', imitated, source = '', written = ''] of dappTable.rows()) {
      const kind = DAPP_KINDS.find((one) => one === written);
      const more: { kind?: DappKind } = kind === undefined ? {} : { kind };
      for (const domain of words(domains)) if (!known.has(domain)) known.set(domain, { domain, name, source, ...more });
      if (imitated === '1') brands.push({ name, domains: words(domains), coined: words(coined) });
    }
    const quiet = new Set(quietTable.rows().map((row) => row[0]));
    return { known, quiet, search: createLookalikeSearch(brands) };
  });
  const dapp = (host: string) => {
    for (const covering of coveringHosts(host)) {
      const known = index().known.get(covering);
      if (known !== undefined) return known;
    }
    return null;
  };
  // The window, the detectors and the status ask about the same few hosts again and again.
  const asked = new Map<string, HostLookalike | null>();
  return {
    dapp,
    lookalike(host) {
      const { host: clean, registrable } = splitHost(host);
      const cached = asked.get(clean);
      if (cached !== undefined) return cached;
      const isQuiet = dapp(clean) !== null || index().quiet.has(registrable ?? clean);
      const answer = isQuiet ? null : index().search(clean);
      if (asked.size >= MAX_ASKED) asked.clear();
      asked.set(clean, answer);
      return answer;
    },
  };
}

const MAX_ASKED = 512;

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
