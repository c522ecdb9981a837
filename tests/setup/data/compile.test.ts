import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTRACTS } from '../../../src/registry/tables/contracts.ts';
import { DAPPS } from '../../../src/registry/tables/dapps.ts';
import { splitHost } from '../../../src/text/domains.ts';
import { type CompiledFile, compileData } from './compile.ts';
import { compileHostList } from './hostLists.ts';
import { installedVersion, PACKAGED } from './packages.ts';

/** What the package may spend on lists and registry. */
const BUDGET_BYTES = 3_000_000;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function compiled(): Promise<{ folder: string; files: CompiledFile[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-data-'));
  folders.push(folder);
  return { folder, ...(await compileData(folder)) };
}

describe('compileData', () => {
  it('writes the same bytes twice, within the budget, and names them in the index', async () => {
    const [one, two] = [await compiled(), await compiled()];
    expect(one.files).toEqual(two.files);
    expect(one.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(BUDGET_BYTES);
    for (const { name, bytes } of one.files) {
      const [a, b] = await Promise.all([one, two].map(({ folder }) => readFile(join(folder, name))));
      expect([name, a?.length]).toEqual([name, bytes]);
      expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    }
    expect(await readFile(join(one.folder, 'index.json'), 'utf8')).toContain('"registry/tokens.bin"');
  });

  it('refuses a list that calls a genuine site a scam', () => {
    expect(() => compileHostList(new Set(['dapp-fix.net']))).toThrow(/dapp-fix\.net/u);
  });
});

describe('packaged sources', () => {
  it('are installed in the version whose date and licence are written down', () => {
    expect(PACKAGED.map((source) => [source.package, installedVersion(source.package)])).toEqual(
      PACKAGED.map((source) => [source.package, source.version]),
    );
  });
  it('stand in NOTICE with version, licence and date', async () => {
    const notice = await readFile(new URL('../../../NOTICE', import.meta.url), 'utf8');
    for (const { package: name, version, licence, date } of PACKAGED) {
      const entry = notice.split('\n\n').find((part) => part.startsWith(`${name} ${version}`));
      expect([name, entry?.includes(licence), entry?.includes(date)]).toEqual([name, true, true]);
    }
  });
});

describe('the checked-in tables', () => {
  it('name addresses, domains and coined words that are what they should be', () => {
    const addresses = CONTRACTS.map(({ address }) => address).filter(
      (address) => !/^0x[0-9a-fA-F]{40}$/u.test(address),
    );
    const domains = DAPPS.flatMap((dapp) => dapp.domains).filter((domain) => {
      const { host, registrable, isHosting } = splitHost(domain);
      return registrable !== host && !isHosting;
    });
    const words = DAPPS.flatMap((dapp) => dapp.coined).filter((word) => !/^[a-z0-9]{4,}$/u.test(word));
    expect({ addresses, domains, words }).toEqual({ addresses: [], domains: [], words: [] });
  });
  it('name no contract twice on a chain, and no dapp twice', () => {
    const deployed = CONTRACTS.flatMap(({ address, chains }) =>
      (chains === '*' ? ['*'] : chains).map((chain) => `${address.toLowerCase()}:${chain}`),
    );
    expect(deployed.filter((one, index) => deployed.indexOf(one) !== index)).toEqual([]);
    const names = DAPPS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
