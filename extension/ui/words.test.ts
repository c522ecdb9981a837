import { afterEach, describe, expect, it } from 'vitest';
import refusals from '../../src/explain/messages/refusals.en.json';
import ui from '../../src/explain/messages/ui.en.json';
import { currentLanguage, direction, plural, setLanguage, t } from './words.ts';

const en = { ...ui, ...refusals };

afterEach(() => {
  setLanguage('en');
});

describe('t', () => {
  it('fills arguments in and leaves a missing one visible', () => {
    expect(t('review.site.inside', { site: 'evil.example' })).toBe('In a frame inside evil.example');
    expect(t('review.site.inside')).toBe('In a frame inside {site}');
  });

  it('does not read patterns inside an argument', () => {
    expect(t('review.site.inside', { site: '$& {site} <b>' })).toBe('In a frame inside $& {site} <b>');
  });
});

describe('plural', () => {
  it('picks the form of the language', () => {
    expect(plural('review.reasons.more.one', 'review.reasons.more.other', 1)).toBe('1 more reason');
    expect(plural('review.reasons.more.one', 'review.reasons.more.other', 1200)).toBe('1,200 more reasons');
  });
});

describe('language', () => {
  it('falls back to the nearest one that exists', () => {
    expect(setLanguage('en-GB')).toBe('en');
    expect(setLanguage('xx')).toBe('en');
    expect(currentLanguage()).toBe('en');
  });

  it('knows which are written from right to left', () => {
    expect(direction('ar-EG')).toBe('rtl');
    expect(direction('he')).toBe('rtl');
    expect(direction('en')).toBe('ltr');
  });
});

describe('the words', () => {
  it('never promise what nobody can know', () => {
    for (const [id, text] of Object.entries(en)) expect(text, id).not.toMatch(/\b(?:un)?safe|verif/iu);
  });

  it('hold no markup', () => {
    for (const [id, text] of Object.entries(en)) expect(text, id).not.toMatch(/[<>&]/u);
  });
});
