import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for relative imports; the package name otherwise. */
  readonly target: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the root with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below a folder of the repository. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:([\w$*{}\s,]+?)\s+from\s+)?'([^'\n]+)'/gmu;
const DYNAMIC = /\bimport\(\s*'([^'\n]+)'\s*\)/gu;

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, type, clause, specifier] of text.matchAll(STATIC)) {
    if (specifier === undefined) continue;
    found.push({
      specifier,
      target: resolve(path, specifier),
      typeOnly: type !== undefined || onlyTypes(clause ?? ''),
    });
  }
  for (const [, specifier] of text.matchAll(DYNAMIC)) {
    if (specifier !== undefined) found.push({ specifier, target: resolve(path, specifier), typeOnly: false });
  }
  return found;
}

/** `{ type A, type B }` imports nothing at run time. */
function onlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/u.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  const each = names.split(',').map((name) => name.trim());
  return each.some(Boolean) && each.every((name) => name === '' || name.startsWith('type '));
}

function resolve(path: string, specifier: string): string {
  if (specifier.startsWith('.'))
    return posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/u, '')));
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
