import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Abi, Address, Hex } from 'viem';
import type { Artifact } from './World.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MODULES = join(ROOT, 'node_modules');
const CACHE = join(ROOT, '.cache', 'contracts');
const require = createRequire(import.meta.url);

/** Addresses of the libraries a contract is linked to, by library name. */
export type Libraries = Readonly<Record<string, Address>>;

/**
 * A contract as its package publishes it: hardhat, waffle and foundry artefacts read the same.
 *
 * @example readArtifact('@uniswap/v2-core/build/UniswapV2Factory.json')
 */
export function readArtifact(packagePath: string, libraries: Libraries = {}): Artifact {
  const json: ArtefactFile = JSON.parse(readFileSync(join(MODULES, packagePath), 'utf8'));
  const name = json.contractName ?? packagePath.replace(/^.*\/|\.json$/gu, '');
  const code = codeOf(json);
  if (code === undefined || code.length <= 2) throw new Error(`${packagePath} holds no bytecode; is it an interface?`);
  const references = typeof json.bytecode === 'object' ? json.bytecode.linkReferences : json.linkReferences;
  return { name, abi: json.abi, bytecode: link(name, code, references ?? {}, libraries) };
}

export interface CompileOptions {
  /** Default `cancun`. */
  readonly evmVersion?: string;
  /** Default false. Needed where the legacy pipeline finds the stack too deep. */
  readonly viaIR?: boolean;
  /** Optimizer runs, default 200. */
  readonly runs?: number;
  /** The optimizer's own sequence of steps, where its default makes code that cannot be laid out (Seaport: leave out `i`). */
  readonly yulSteps?: string;
  /** `solc` remappings such as `src/=seaport-core/src/`; the right side is a path below node_modules. */
  readonly remappings?: readonly string[];
}

/**
 * Every contract of a folder's `.sol` files (an absolute path), or of the sources given by name, compiled by npm `solc`
 * and kept under `.cache/contracts` by the hash of what went in. Imports come from node_modules. A source whose content
 * is `import "pkg/File.sol";` compiles a package's file: its contracts are in the result too.
 */
export function compileSources(
  sources: string | Readonly<Record<string, string>>,
  options: CompileOptions = {},
): Readonly<Record<string, Artifact>> {
  const named = typeof sources === 'string' ? readFolder(sources) : sources;
  const settings = {
    optimizer: { enabled: true, runs: options.runs ?? 200, ...stepsOf(options) },
    evmVersion: options.evmVersion ?? 'cancun',
    viaIR: options.viaIR ?? false,
    remappings: options.remappings ?? [],
    metadata: { bytecodeHash: 'none' },
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
  };
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256')
    .update(JSON.stringify([lock, settings, named]))
    .digest('hex')
    .slice(0, 32);
  const file = join(CACHE, `corpus-${hash}.json`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(compile(named, settings)));
    renameSync(partial, file);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function stepsOf({ yulSteps }: CompileOptions): object {
  return yulSteps === undefined
    ? {}
    : { details: { yul: true, yulDetails: { stackAllocation: true, optimizerSteps: yulSteps } } };
}

/** One contract out of `compileSources`' answer. @throws when it is not there. */
export function pick(artifacts: Readonly<Record<string, Artifact>>, name: string): Artifact {
  const artifact = artifacts[name];
  if (artifact === undefined) throw new Error(`No contract "${name}"; there are ${Object.keys(artifacts).join(', ')}.`);
  return artifact;
}

type LinkReferences = Readonly<
  Record<string, Readonly<Record<string, readonly { readonly start: number; readonly length: number }[]>>>
>;

interface ArtefactFile {
  readonly contractName?: string;
  readonly abi: Abi;
  readonly bytecode?: string | { readonly object: string; readonly linkReferences?: LinkReferences };
  readonly evm?: { readonly bytecode: { readonly object: string } };
  readonly linkReferences?: LinkReferences;
}

function codeOf({ bytecode, evm }: ArtefactFile): string | undefined {
  const code = typeof bytecode === 'object' ? bytecode.object : (bytecode ?? evm?.bytecode.object);
  return code === undefined || code.startsWith('0x') ? code : `0x${code}`;
}

function link(name: string, code: string, references: LinkReferences, libraries: Libraries): Hex {
  let linked = code;
  for (const [library, places] of Object.values(references).flatMap((file) => Object.entries(file))) {
    const address = libraries[library];
    if (address === undefined) throw new Error(`${name} needs the library ${library}; give its address.`);
    for (const { start, length } of places) {
      const from = 2 + 2 * start;
      linked = linked.slice(0, from) + address.slice(2).toLowerCase() + linked.slice(from + 2 * length);
    }
  }
  if (!/^0x[0-9a-fA-F]*$/u.test(linked)) throw new Error(`${name} is not linked whole.`);
  return `0x${linked.slice(2)}`;
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sol'));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

interface SolcOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>;
}

function compile(named: Readonly<Record<string, string>>, settings: object): Record<string, Artifact> {
  // Loaded only on a cache miss: the compiler is 8 MB of WebAssembly.
  const solc: { compile(input: string, callbacks: { import(path: string): object }): string } = require('solc');
  const sources = Object.fromEntries(Object.entries(named).map(([name, content]) => [name, { content }]));
  const input = JSON.stringify({ language: 'Solidity', sources, settings });
  const output: SolcOutput = JSON.parse(solc.compile(input, { import: readImport }));
  const faults = (output.errors ?? []).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map(({ formattedMessage }) => formattedMessage).join('\n'));
  const found = Object.entries(output.contracts).flatMap(([file, contracts]) =>
    Object.entries(contracts).map(([name, made]) => ({ file, name, made })),
  );
  // Own contracts last: they win over an import of the same name.
  found.sort((a, b) => Number(a.file in named) - Number(b.file in named));
  const deployable = found.filter(({ made }) => made.evm.bytecode.object.length > 0);
  return Object.fromEntries(
    deployable.map(({ name, made }) => [
      name,
      { name, abi: made.abi, bytecode: `0x${made.evm.bytecode.object}` as const },
    ]),
  );
}

function readImport(path: string): { contents: string } | { error: string } {
  const file = join(MODULES, path);
  return existsSync(file) ? { contents: readFileSync(file, 'utf8') } : { error: `no ${path} in node_modules` };
}
