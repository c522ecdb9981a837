import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

/** Fixed by the project's owner; small root files that tools need are welcome (architecture.md, "Rooms"). */
const ROOMS = ['extension', 'models', 'public', 'src', 'tests'];
const FILES = ['README.md', 'manifest.json', 'package.json', 'vite.config.ts'];
const SMALL = [
  /^\.(ci|github|gitignore|gitattributes|npmrc|editorconfig|nvmrc)$/u,
  /^(LICENSE|NOTICE|SECURITY\.md|PRIVACY\.md|CHANGELOG\.md|CONTRIBUTING\.md)$/u,
  /^(package-lock\.json|biome\.json|tsconfig(\.base)?\.json|vitest\.config\.ts)$/u,
];

describe('the top level', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  const names = [...new Set(tracked.map((path) => path.split('/')[0] ?? path))];

  it('has every room and file the owner fixed', () => {
    expect([...ROOMS, ...FILES].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has nothing else but small files that tools need', () => {
    const known = new Set([...ROOMS, ...FILES]);
    expect(names.filter((name) => !known.has(name) && !SMALL.some((pattern) => pattern.test(name)))).toEqual([]);
  });
});
