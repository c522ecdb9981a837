import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectorPages } from '../../src/cli/dev/detectorPages.ts';
import { DETECTORS } from '../../src/detectors/index.ts';
import { ROOT } from './sources.ts';

/** When this fails: node --import tsx src/cli/dev/detectorPages.ts */
describe('the pages of the detectors', () => {
  const pages = detectorPages();

  it.each([...pages.keys()])('%s is what the detector says today', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(pages.get(path));
  });

  it('are one for each detector, and no more', () => {
    const names = DETECTORS.map(({ meta }) => `${meta.id}.md`);
    expect(readdirSync(join(ROOT, 'src/detectors/docs')).sort()).toEqual([...names, 'README.md'].sort());
  });

  it.each(DETECTORS.map(({ meta }) => meta.id))('%s shows a case that fires and one that stays quiet', (id) => {
    const text = pages.get(`src/detectors/docs/${id}.md`) ?? '';
    expect(text).toContain('## An example that fires');
    if (!ALWAYS.has(id)) expect(text).toContain('## An example that stays quiet');
  });
});

/** Whatever these look at is a finding: what does not apply to them is their quiet. */
const ALWAYS: ReadonlySet<string> = new Set<string>([]);
