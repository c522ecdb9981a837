import { describe, expect, it } from 'vitest';
import { shapeWord } from './shapes.ts';

const SHAPES = ['approval', 'permit', 'order', 'payment', 'login', 'blind', 'control', 'site', 'calm'];

describe('shapeWord', () => {
  it('names each family apart', () => {
    expect(new Set(SHAPES.map(shapeWord)).size).toBe(SHAPES.length);
  });

  it('never calls an unknown shape ordinary', () => {
    expect(shapeWord('brand-new')).toBe(shapeWord('blind'));
  });
});
