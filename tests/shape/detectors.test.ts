import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/detectors/index.ts';
import { ROOT } from './sources.ts';

const FOLDER = join(ROOT, 'src/detectors');
/** Files of the room that are no detector. */
const FURNITURE = new Set(['Detector.ts', 'Evidence.ts', 'index.ts', 'run.ts']);

describe('detectors', () => {
  it('each file is a registered detector whose id is the file name', () => {
    const files = readdirSync(FOLDER).filter((name) => /^[a-z][a-z0-9-]*\.ts$/u.test(name) && !FURNITURE.has(name));
    expect(DETECTORS.map(({ meta }) => `${meta.id}.ts`).sort()).toEqual(files.sort());
  });

  it.each(DETECTORS.map(({ meta }) => [meta.id, meta] as const))(
    '%s declares what it proves and where it is blind',
    (id, meta) => {
      for (const text of [meta.title, meta.proves, meta.falsePositives, meta.blindSpots, meta.clears]) {
        expect(text.trim().length).toBeGreaterThan(3);
      }
      expect(meta.family).toMatch(/^[A-K]\d?$/u);
      expect(meta.references.length).toBeGreaterThan(0);
      expect(existsSync(join(FOLDER, `${id}.test.ts`))).toBe(true);
    },
  );

  it.each(DETECTORS.map(({ meta }) => [meta.id]))('%s is tested: two fire, two stay quiet, one cannot tell', (id) => {
    const text = readFileSync(join(FOLDER, `${id}.test.ts`), 'utf8');
    const count = (outcome: string): number => text.split(outcome).length - 1;
    expect(count('fire')).toBeGreaterThanOrEqual(2);
    expect(count('clear') + count('quiet')).toBeGreaterThanOrEqual(2);
    expect(count('inconclusive')).toBeGreaterThanOrEqual(1);
  });
});
