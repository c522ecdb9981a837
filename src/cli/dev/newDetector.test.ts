import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../../errors.ts';
import { scaffold } from './newDetector.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => (existsSync(new URL(path, ROOT)) ? readFileSync(new URL(path, ROOT), 'utf8') : null);

describe('a new detector', () => {
  const files = scaffold('made-up-thing', read);

  it('comes with a test, an entry and a sentence', () => {
    expect([...files.keys()]).toEqual([
      'src/detectors/made-up-thing.ts',
      'src/detectors/made-up-thing.test.ts',
      'src/detectors/index.ts',
      'src/explain/messages/en.json',
    ]);
    expect(files.get('src/detectors/made-up-thing.ts')).toContain("id: 'made-up-thing'");
    const words: unknown = JSON.parse(files.get('src/explain/messages/en.json') ?? '');
    expect(words).toHaveProperty(['reason.made-up-thing']);
  });

  it('stands among the imports in their order, and last in weight', () => {
    const index = files.get('src/detectors/index.ts') ?? '';
    const paths = [...index.matchAll(/from '\.\/([a-z0-9-]+)\.ts'/gu)].map(([, path]) => path ?? '');
    expect(paths).toContain('made-up-thing');
    expect(paths).toEqual([...paths].sort());
    expect(index).toMatch(/ {2}madeUpThing,\n\];/u);
  });

  it('has a test of the kind the repository asks for', () => {
    const test = files.get('src/detectors/made-up-thing.test.ts') ?? '';
    expect(test.split('fire').length - 1).toBeGreaterThanOrEqual(2);
    expect(test).toContain('inconclusive');
  });

  it('refuses a name that is none, and one that is taken', () => {
    for (const id of ['', 'Order', 'a b', '../x', 'x-']) expect(() => scaffold(id, read), id).toThrow(BadInputError);
    expect(() => scaffold('order-root', read)).toThrow(/already/u);
  });
});
