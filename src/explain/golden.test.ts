import { describe, expect, it } from 'vitest';
import { CASES } from './testing/cases.ts';
import { readAloud } from './testing/report.ts';

describe('the words of typical requests', () => {
  it('read as golden.txt has them', async () => {
    const text = CASES.map(([name, scene]) => `## ${name}\n${readAloud(scene)}\n`).join('\n');
    await expect(text).toMatchFileSnapshot('./golden.txt');
  });
});
