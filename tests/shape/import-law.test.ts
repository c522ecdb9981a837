import { describe, expect, it } from 'vitest';
import { type Import, type SourceFile, sourcesBelow } from './sources.ts';

/** architecture.md, "Import law": earlier rooms first. */
const ROOMS = ['request', 'decode', 'simulate', 'lists', 'registry', 'model', 'detectors', 'judge', 'explain'];

/** Who may import a package at run time. Types of viem may appear anywhere. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  viem: /^src\/(request|decode|simulate|cli|testing)\//u,
  valibot: /^(extension\/protocol|src\/lists|src\/cli)\//u,
  tldts: /^src\/text\//u,
  'tldts-core': /^src\/text\//u,
  punycode: /^src\/text\//u,
  '@noble/hashes': /^src\/(lists|model)\//u,
  '@noble/curves': /^src\/(lists|model)\//u,
  'onnxruntime-web': /^(extension\/offscreen|src\/cli)\//u,
  '@shazow/whatsabi': /^src\/simulate\/power\//u,
  '@ethereumjs/evm': /^src\/simulate\/engines\/evm\//u,
  '@ethereumjs/statemanager': /^src\/simulate\/engines\/evm\//u,
  react: /^extension\/(review|popup|options|ui)\//u,
  'react-dom': /^extension\/(review|popup|options|ui)\//u,
  '@tanstack/react-query': /^extension\/(review|popup|options|ui)\//u,
  'webextension-polyfill': /^extension\/(?!page\/|bridge\/)/u,
};

const isTest = (file: SourceFile): boolean => /\.test\.tsx?$|\/testing\//u.test(file.path);
const isAdapter = (path: string): boolean => /^src\/(cli|testing)\//u.test(path);
const roomOf = (path: string): string | undefined => /^src\/([a-z]+)\//u.exec(path)?.[1];

const library = sourcesBelow('src').filter((file) => !isTest(file));
const shell = sourcesBelow('extension').filter((file) => !isTest(file));

function offences(files: readonly SourceFile[], isOffence: (file: SourceFile, one: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((one) => isOffence(file, one)).map((one) => `${file.path} imports ${one.specifier}`),
  );
}

describe('import law', () => {
  it('reads the imports it judges', () => {
    expect(library.length).toBeGreaterThan(20);
    const check = library.find((file) => file.path === 'src/check.ts');
    expect(check?.imports.some((one) => one.target === 'src/decode/decode.ts' && !one.typeOnly)).toBe(true);
    expect(check?.imports.some((one) => one.target === 'src/simulate/Simulator.ts' && one.typeOnly)).toBe(true);
  });

  it('a room imports only the types of earlier rooms, the root leaves and text/', () => {
    const wrong = offences(library, (file, one) => {
      const room = roomOf(file.path);
      if (room === undefined || isAdapter(file.path) || !one.specifier.startsWith('.')) return false;
      const target = roomOf(one.target);
      if (target === undefined) return !/^src\/(errors|deadlines|withDeadline)\.ts$/u.test(one.target);
      if (target === room || target === 'text') return false;
      if (room === 'text') return true;
      return !one.typeOnly || ROOMS.indexOf(target) > ROOMS.indexOf(room);
    });
    expect(wrong).toEqual([]);
  });

  it('only check.ts and who.ts call across rooms', () => {
    const roots = library.filter(
      (file) => /^src\/[^/]+\.ts$/u.test(file.path) && !/^src\/(check|who|index)\.ts$/u.test(file.path),
    );
    expect(offences(roots, (_, one) => roomOf(one.target) !== undefined && !one.typeOnly)).toEqual([]);
  });

  it('src/ never imports extension/', () => {
    expect(offences(library, (_, one) => one.target.startsWith('extension/'))).toEqual([]);
  });

  it('packages stay in their rooms', () => {
    const wrong = offences([...library, ...shell], (file, one) => {
      if (one.specifier.startsWith('.') || one.typeOnly) return false;
      if (isAdapter(file.path) && one.specifier.startsWith('node:')) return false;
      const allowed = Object.hasOwn(PACKAGES, one.target) ? PACKAGES[one.target] : undefined;
      return allowed === undefined || !allowed.test(file.path);
    });
    expect(wrong).toEqual([]);
  });

  it('page/ and bridge/ import nothing but their own, types, and the method table', () => {
    const inPage = shell.filter((file) => /^extension\/(page|bridge)\//u.test(file.path));
    expect(inPage.length).toBeGreaterThan(1);
    const wrong = offences(
      inPage,
      (_, one) =>
        !one.typeOnly && !/^extension\/(page|bridge)\//u.test(one.target) && one.target !== 'src/request/methods.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('the pages see the protocol, the shared vocabulary and words: never a detector, never the network', () => {
    const pages = shell.filter((file) => /^extension\/(review|popup|options|ui)\//u.test(file.path));
    const wrong = offences(
      pages,
      (file, one) =>
        one.specifier.startsWith('.') &&
        !one.target.startsWith(file.path.split('/').slice(0, 2).join('/')) &&
        !/^extension\/(ui|protocol)\//u.test(one.target) &&
        !/^src\/(explain\/messages\/|errors\.ts)/u.test(one.target) &&
        !(one.typeOnly && /^src\/(explain|judge)\//u.test(one.target)),
    );
    expect(wrong).toEqual([]);
    // The one exception asks a just-saved RPC for its chain id, so that a person learns of a mistyped address at once.
    const reaching = pages.filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket/u.test(file.text));
    expect(reaching.map((file) => file.path)).toEqual(['extension/options/probe.ts']);
  });
});
