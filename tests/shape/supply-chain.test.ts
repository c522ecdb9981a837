import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

/**
 * Packages that carry an install script (checks.md S1). All scripts are off (.npmrc); each of these works without its
 * own, and a new name here needs a reason.
 */
const HAVE_INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  '@foundry-rs/anvil': 'its script only checks that the platform package is there',
  esbuild: 'its script only swaps a JavaScript launcher for the binary',
  protobufjs: 'its script only prints a notice about versions',
  fsevents: 'macOS only; a native build that the watchers can do without',
};

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly hasInstallScript?: boolean;
        readonly resolved?: string;
        readonly integrity?: string;
        readonly link?: boolean;
      }
    >
  >;
}

/**
 * Development tools' binaries for platforms that no build of ours has run on: pinned by version, hashed by npm the first
 * time somebody locks on that platform. Nothing of theirs ships.
 */
const isOtherPlatform = (path: string): boolean =>
  /^node_modules\/(@biomejs\/cli|@foundry-rs\/anvil)-(android|darwin|linux-arm64|linux-x64-musl|win32)/u.test(path);

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'devDependencies', Record<string, string>>
>;
const lock = JSON.parse(read('package-lock.json')) as Lock;

describe('supply chain', () => {
  it('pins every dependency to one exact registry version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))).toEqual([]);
  });

  it('locks each package by integrity, none from git or a file', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    const unhashed = packages.filter(([path, one]) => one.integrity === undefined && !isOtherPlatform(path));
    expect(unhashed.map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, one]) => one.link === true || /^(git|file)/u.test(one.resolved ?? ''))).toEqual([]);
  });

  it('keeps install scripts off, and knows by name who would like to run one', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/mu);
    const wanting = Object.entries(lock.packages)
      .filter(([, one]) => one.hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//u, ''));
    expect([...new Set(wanting)].filter((name) => !Object.hasOwn(HAVE_INSTALL_SCRIPTS, name))).toEqual([]);
  });
});
