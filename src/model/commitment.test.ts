import { describe, expect, it } from 'vitest';
import { ModelUnavailableError } from '../errors.ts';
import { checkCommitment, commitmentOf, featureFingerprint, sha256Hex } from './commitment.ts';
import { type HostCard, readHostCard } from './HostCard.ts';

const modelBytes = Uint8Array.of(1, 2, 3);
const featuresSha256 = featureFingerprint();
const runtime = 'engine 1.0.0';
const card: HostCard = {
  id: 'hosts@0',
  sha256: sha256Hex(modelBytes),
  features: { version: 1, sha256: featuresSha256 },
  runtime: { name: 'engine', version: '1.0.0' },
  commitment: commitmentOf({ modelBytes, featuresSha256, runtime }),
  calibration: { slope: 1, intercept: 0 },
  bands: { raised: 0.5, high: 0.9 },
};

describe('commitmentOf', () => {
  it('is the SHA-256 of three lines', () => {
    const lines = `model ${sha256Hex(modelBytes)}\nfeatures ab\nruntime engine 1.0.0\n`;
    expect(commitmentOf({ modelBytes, featuresSha256: 'ab', runtime })).toBe(
      sha256Hex(new TextEncoder().encode(lines)),
    );
    expect(sha256Hex(modelBytes)).toBe('039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81');
  });
});

describe('checkCommitment', () => {
  it('accepts what the card describes', () => {
    expect(() => checkCommitment(card, modelBytes, runtime)).not.toThrow();
  });

  it.each([
    ['the model file', card, Uint8Array.of(1, 2, 4), runtime],
    ['the features', { ...card, features: { version: 1, sha256: 'ab' } }, modelBytes, runtime],
    ['the runtime', card, modelBytes, 'engine 1.0.1'],
    ['the commitment', { ...card, commitment: 'ab' }, modelBytes, runtime],
  ])('names %s when it differs', (part, said, bytes, engine) => {
    expect(() => checkCommitment(said, bytes, engine)).toThrow(ModelUnavailableError);
    expect(() => checkCommitment(said, bytes, engine)).toThrow(part);
  });
});

describe('readHostCard', () => {
  it('reads what it needs from a larger card', () => {
    expect(readHostCard({ ...card, metrics: {} })).toEqual(card);
  });

  it.each([
    ['no object', null],
    ['no features', { ...card, features: undefined }],
    ['an empty id', { ...card, id: '' }],
    ['a text for a number', { ...card, calibration: { slope: '1', intercept: 0 } }],
    ['a NaN', { ...card, calibration: { slope: Number.NaN, intercept: 0 } }],
    ['a falling calibration', { ...card, calibration: { slope: -1, intercept: 0 } }],
    ['bands upside down', { ...card, bands: { raised: 0.9, high: 0.5 } }],
  ])('refuses %s', (_, json) => {
    expect(() => readHostCard(json)).toThrow(ModelUnavailableError);
  });
});
