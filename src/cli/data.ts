import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileData } from '../../tests/setup/data/compile.ts';
import { createLists } from '../lists/createLists.ts';
import type { Lists } from '../lists/Lists.ts';
import { createRegistry, REGISTRY_FILES } from '../registry/createRegistry.ts';
import type { SearchableRegistry } from '../registry/Registry.ts';

/** The packaged list files, as the build writes them to `data/lists/`. */
export const LIST_FILES = ['metamask.bin'] as const;

/**
 * The packaged lists and registry, for the command line and for tests: the built ones when they are newer than what
 * they are made from, else compiled from the installed packages into `.cache/data` (about two seconds, once).
 *
 * @throws ListUnavailableError when a built file is damaged.
 */
export async function loadData(): Promise<{ lists: Lists; registry: SearchableRegistry }> {
  const folder = FOLDERS.find(isFresh) ?? (await compiled());
  const read = (room: string, names: readonly string[]) =>
    Promise.all(names.map(async (id) => ({ id, bytes: await readFile(new URL(`${room}/${id}`, folder)) })));
  return {
    lists: createLists(await read('lists', LIST_FILES)),
    registry: createRegistry(await read('registry', REGISTRY_FILES)),
  };
}

const ROOT = new URL('../../', import.meta.url);
const FOLDERS = ['public/data/', 'dist/chromium/data/', 'dist/firefox/data/', '.cache/data/'].map(
  (path) => new URL(path, ROOT),
);
const MADE_FROM = ['src/registry/', 'src/registry/tables/', 'src/lists/', 'src/text/', 'tests/setup/data/'];

/** Written after the newest of its sources: an edited table must not be judged by its old copy. */
function isFresh(folder: URL): boolean {
  const written = modifiedMs(new URL('index.json', folder));
  const sources = MADE_FROM.flatMap((path) =>
    readdirSync(new URL(path, ROOT)).map((name) => new URL(path + name, ROOT)),
  );
  return written > Math.max(...[...sources, new URL('package-lock.json', ROOT)].map(modifiedMs));
}

/** 0 when there is no such file. */
function modifiedMs(file: URL): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function compiled(): Promise<URL> {
  const folder = new URL('.cache/data/', ROOT);
  await compileData(fileURLToPath(folder));
  return folder;
}
