import { describe, expect, it } from 'vitest';
import type { Detector } from './Detector.ts';
import { ethSign } from './eth-sign.ts';
import { DETECTORS } from './index.ts';
import { runDetectors } from './run.ts';
import { grant, makeScene } from './testing/scene.ts';

const broken: Detector = {
  meta: { ...ethSign.meta, id: 'broken', family: 'X' },
  applies: () => true,
  detect: () => {
    throw new TypeError('a bug');
  },
};
const alsoBroken: Detector = {
  ...broken,
  applies: () => {
    throw new RangeError('another');
  },
};

describe('runDetectors', () => {
  it('asks those that apply, in their order', () => {
    const ids = runDetectors(makeScene({ consequences: [grant()] })).map(({ detector }) => detector);
    expect(ids).toContain('spender-is-eoa');
    expect(ids).not.toContain('eth-sign');
    const order = DETECTORS.map(({ meta }) => meta.id);
    expect(ids).toEqual([...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('makes a crash inconclusive under its own id, and goes on', () => {
    const evidence = runDetectors(makeScene({ action: { kind: 'hash', hash: '0x' } }), [broken, alsoBroken, ethSign]);
    expect(evidence.map(({ detector, family, outcome }) => [detector, family, outcome])).toEqual([
      ['broken', 'X', 'inconclusive'],
      ['broken', 'X', 'inconclusive'],
      ['eth-sign', 'F1', 'fired'],
    ]);
  });
});

describe('DETECTORS', () => {
  it('each have an id of their own and a complete card', () => {
    const ids = DETECTORS.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { meta } of DETECTORS) {
      expect(meta.id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(meta.family).toMatch(/^(?:[A-I][1-9]|J)$/u);
      for (const text of [meta.title, meta.proves, meta.falsePositives, meta.blindSpots, meta.clears])
        expect(text).not.toBe('');
      expect(meta.references.length).toBeGreaterThan(0);
    }
  });

  it('make danger only of what they prove', () => {
    for (const { meta } of DETECTORS)
      if (meta.proves === 'statistical') expect(meta.severity).not.toBe('fired: danger');
  });
});
