import { ListUnavailableError } from '../../src/errors.ts';
import { loadWords } from '../../src/explain/messages.ts';
import { createLists } from '../../src/lists/createLists.ts';
import type { Lists } from '../../src/lists/Lists.ts';
import { createRegistry, REGISTRY_FILES } from '../../src/registry/createRegistry.ts';
import type { SearchableRegistry } from '../../src/registry/Registry.ts';
import { loadSuffixes } from '../../src/text/suffixTable.ts';

/** The compiled lists and registry of this release, read whole from the package: no query leaves the machine. */
export interface Packaged {
  readonly lists: Lists | null;
  readonly registry: SearchableRegistry | null;
}

/** Reads one file of the extension. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/**
 * Each half fails alone: a damaged list costs its coverage, not the other's. Without words nothing could be said, and
 * without suffixes no two sites told apart: then it rejects.
 */
export async function loadPackaged(read: ReadFile): Promise<Packaged> {
  const words = read('data/words.json').then((bytes) => loadWords(JSON.parse(new TextDecoder().decode(bytes))));
  const suffixes = read('data/suffixes.txt').then((bytes) => loadSuffixes(new TextDecoder().decode(bytes)));
  const texts = Promise.all([words, suffixes]);
  const [lists, registry] = await Promise.all([
    loadLists(read).catch(() => null),
    loadRegistry(read, texts).catch(() => null),
  ]);
  await texts;
  return { lists, registry };
}

async function loadLists(read: ReadFile): Promise<Lists> {
  const index: unknown = JSON.parse(new TextDecoder().decode(await read('data/index.json')));
  const paths = listPaths(index);
  const files = await Promise.all(paths.map(async (path) => ({ id: idOf(path), bytes: await read(`data/${path}`) })));
  return createLists(files);
}

/** The registry takes host names apart as it is made: the suffixes have to be there. */
async function loadRegistry(read: ReadFile, texts: Promise<unknown>): Promise<SearchableRegistry> {
  const files = REGISTRY_FILES.map(async (id) => ({ id, bytes: await read(`data/registry/${id}`) }));
  const [all] = await Promise.all([Promise.all(files), texts]);
  return createRegistry(all);
}

function listPaths(index: unknown): string[] {
  const files = typeof index === 'object' && index !== null && 'files' in index ? index.files : null;
  if (!Array.isArray(files)) throw new ListUnavailableError('data/index.json names no files. Check the build.');
  return files
    .flatMap((file: unknown) =>
      typeof file === 'object' && file !== null && 'name' in file && typeof file.name === 'string' ? [file.name] : [],
    )
    .filter((name) => name.startsWith('lists/'));
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.bin$/u, '');
}
