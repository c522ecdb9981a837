import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Abi, Hex } from 'viem';

/** One compiled contract: creation code and its ABI. */
export interface Artefact {
  readonly abi: Abi;
  readonly bytecode: Hex;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const CACHE = join(ROOT, '.cache', 'contracts');
const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  metadata: { bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
};

const require = createRequire(import.meta.url);

/**
 * Every contract of this folder, compiled in process by npm `solc` and kept under `.cache/contracts` by the hash of
 * what went in. Two processes may compile at once: the file is renamed into place whole.
 */
export function compileContracts(): Readonly<Record<string, Artefact>> {
  const sources = readSources();
  const file = join(CACHE, `${hashOf(sources)}.json`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(compile(sources)));
    renameSync(partial, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The chain the packaged code was etched on, as the 32-byte immutable `_CACHED_CHAIN_ID`. */
const CACHED_CHAIN_ID = (31_337).toString(16).padStart(64, '0');

/**
 * Permit2's runtime code as deployed on every chain, read out of the published package that carries it. That copy caches
 * a domain separator for chain 31337 at another address; with the cached chain id zeroed, the contract builds its own on
 * every chain, as it does on any chain but the one it was made on.
 */
export function permit2Runtime(): Hex {
  const source = readFileSync(
    join(packageFolder('@uniswap/v4-periphery'), 'lib/permit2/test/utils/DeployPermit2.sol'),
    'utf8',
  );
  const hex = /hex"([0-9a-f]+)"/u.exec(source)?.[1];
  if (hex === undefined) throw new Error('No Permit2 bytecode in @uniswap/v4-periphery; check its version.');
  return `0x${hex.replaceAll(CACHED_CHAIN_ID, '0'.repeat(64))}`;
}

function readSources(): Record<string, { content: string }> {
  const files = readdirSync(HERE)
    .filter((name) => name.endsWith('.sol'))
    .sort();
  return Object.fromEntries(files.map((name) => [name, { content: readFileSync(join(HERE, name), 'utf8') }]));
}

function hashOf(sources: Record<string, { content: string }>): string {
  const versions = ['solc', '@openzeppelin/contracts'].map((name) => {
    const { version } = JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8'));
    return `${name}@${version}`;
  });
  return createHash('sha256')
    .update(JSON.stringify([versions, SETTINGS, sources]))
    .digest('hex')
    .slice(0, 32);
}

interface SolcOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
}

function compile(sources: Record<string, { content: string }>): Record<string, Artefact> {
  // Loaded only on a cache miss: the compiler is 8 MB of WebAssembly.
  const solc: { compile(input: string, callbacks: { import(path: string): { contents: string } }): string } =
    require('solc');
  const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS });
  const output: SolcOutput = JSON.parse(solc.compile(input, { import: readImport }));
  const faults = (output.errors ?? []).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const own = Object.keys(sources).flatMap((name) => Object.entries(output.contracts[name] ?? {}));
  return Object.fromEntries(
    own.map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` as const }]),
  );
}

function readImport(path: string): { contents: string } {
  return { contents: readFileSync(join(ROOT, 'node_modules', path), 'utf8') };
}

function packageFolder(name: string): string {
  return join(ROOT, 'node_modules', name);
}
