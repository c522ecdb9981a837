import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../detectors/index.ts';
import { STATEMENTS } from '../registry/Statement.ts';
import { argumentsOf } from './format.ts';
import en from './messages/en.json' with { type: 'json' };
import { isMessageId, say, spokenLanguage } from './messages.ts';

const here = new URL('.', import.meta.url);
const detectors = new URL('../detectors/', here);
const read = (folder: URL, name: string) => readFileSync(new URL(name, folder), 'utf8');
const sources = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => read(here, name))
  .join('\n');
const ids = Object.keys(en);

/** Message ids a detector may give: its own, and one for each variant its source names. */
function reasonIds(id: string): string[] {
  const source = read(detectors, `${id}.ts`);
  const variants = [...source.matchAll(/variant: '([a-z-]+)'/gu)].map(([, variant]) => `reason.${id}.${variant}`);
  return [`reason.${id}`, ...variants];
}

describe('say', () => {
  it('speaks the nearest language there is', () => {
    expect(say('who.sourced', { name: 'Permit2', source: 'Uniswap' }, 'en-GB')).toBe('Permit2 (named by Uniswap)');
    expect(spokenLanguage('xx-YY')).toBe('en');
  });
});

describe('the words', () => {
  it('never promise what nobody can know', () => {
    for (const [id, text] of Object.entries(en)) expect(text, id).not.toMatch(/\b(?:un)?safe|verif/iu);
  });

  it('hold no markup, no hex and balanced braces', () => {
    for (const [id, text] of Object.entries(en)) {
      expect(text, id).not.toMatch(/[<>&]|0x/u);
      expect(text.split('{').length, id).toBe(text.split('}').length);
    }
  });

  it('tell every story whole: headline, button and advice of one sentence', () => {
    const stories = ids.filter((id) => id.startsWith('continue.')).map((id) => id.slice('continue.'.length));
    for (const name of stories) {
      expect(isMessageId(`headline.${name}`), name).toBe(true);
      expect(isMessageId(`advice.${name}`), name).toBe(true);
      const advice = Object.entries(en).find(([id]) => id === `advice.${name}`)?.[1] ?? '';
      expect(advice.match(/[.?!](?:\s|$)/gu), name).toHaveLength(1);
    }
  });

  it('exist for every detector and variant', () => {
    for (const { meta } of DETECTORS) for (const id of reasonIds(meta.id)) expect(isMessageId(id), id).toBe(true);
  });

  it('use only arguments their detector gives', () => {
    for (const { meta } of DETECTORS) {
      const source = `${read(detectors, `${meta.id}.ts`)}\n${meta.id.startsWith('listed-') ? read(detectors, 'kit/listings.ts') : ''}`;
      for (const id of reasonIds(meta.id)) {
        const text = Object.entries(en).find(([key]) => key === id)?.[1] ?? '';
        for (const name of argumentsOf(text))
          expect(source, `${id} {${name}}`).toMatch(new RegExp(`\\b${name}: `, 'u'));
      }
    }
  });

  it('exist for every statement of an answer', () => {
    for (const id of Object.keys(STATEMENTS)) expect(isMessageId(`ask.${id}`), id).toBe(true);
  });

  it('are all used', () => {
    const statements = Object.keys(STATEMENTS).map((id) => `ask.${id}`);
    const reasons = new Set([...DETECTORS.flatMap(({ meta }) => reasonIds(meta.id)), ...statements]);
    const unused = ids.filter((id) => !reasons.has(id) && !isUsed(id));
    expect(unused).toEqual([]);
  });
});

/** Named in full, or as a story or question by its short name. */
function isUsed(id: string): boolean {
  const story = /^(?:headline|continue|advice)\.(.+)$/u.exec(id)?.[1];
  const question = /^question\.(.+?)(?:\.(?:true|wrong|also-wrong))?$/u.exec(id)?.[1];
  return [id, story, question].some((name) => name !== undefined && sources.includes(`'${name}'`));
}
