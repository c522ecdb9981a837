import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeTokens } from '../../../src/registry/encodeTokens.ts';
import { encodeTable } from '../../../src/registry/table.ts';
import { DAPPS } from '../../../src/registry/tables/dapps.ts';
import { codeRows } from './codes.ts';
import { feedRows } from './feeds.ts';
import { compileHostList } from './hostLists.ts';
import { intentRows } from './intents.ts';
import { PACKAGED } from './packages.ts';
import { readTokens } from './readPackages.ts';
import { chainRows, coinRows, contractRows, dappRows, quietRows, sourceRows } from './registryTables.ts';

/** A written file: its path below the output folder, `/` between folders, and its length. */
export interface CompiledFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Compiles the packaged lists and the registry into `outDir` (`public/data` for the extension), and last an
 * `index.json` that names the files, their lengths and SHA-256. Same packages, same bytes. No network.
 *
 * @throws BadInputError when a package lists a genuine site as a scam, or is not what its schema says.
 */
export async function compileData(outDir: string): Promise<{ files: CompiledFile[] }> {
  const files: CompiledFile[] = [];
  const index: { name: string; bytes: number; sha256: string }[] = [];
  const write = async (name: string, bytes: Uint8Array) => {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    // Untouched when it is the same, so that a build does not look out of date after the next one.
    const before = await readFile(path).catch(() => null);
    if (before === null || !before.equals(bytes)) await writeFile(path, bytes);
    files.push({ name, bytes: bytes.length });
    index.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  const table = (name: string, rows: readonly (readonly string[])[]) =>
    write(`registry/${name}`, encodeTable(name, rows));

  const tokenLists = PACKAGED.map(({ tokenList }) => tokenList).filter((name) => name !== '');
  await write('lists/metamask.bin', compileHostList(new Set(DAPPS.flatMap(({ domains }) => domains))));
  await write('registry/tokens.bin', encodeTokens(readTokens(), tokenLists));
  await table('chains.tsv', chainRows());
  await table('contracts.tsv', await contractRows());
  await table('coins.tsv', coinRows());
  await table('dapps.tsv', dappRows());
  await table('quiet.tsv', quietRows());
  await table('feeds.tsv', await feedRows());
  await table('codes.tsv', codeRows());
  await table('intents.tsv', await intentRows());
  await table('sources.tsv', sourceRows());
  await write('index.json', new TextEncoder().encode(`${JSON.stringify({ files: index }, null, 1)}\n`));
  return { files };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = process.argv[2] ?? fileURLToPath(new URL('../../../public/data', import.meta.url));
  for (const { name, bytes } of (await compileData(out)).files) console.log(`${String(bytes).padStart(8)} ${name}`);
}
