import { describe, expect, it } from 'vitest';
import type { Band } from '../model/Classifier.ts';
import { suspiciousHost } from './suspicious-host.ts';
import { answer, grant, makeRegistry, makeRequest, makeScene } from './testing/scene.ts';

const on = (band: Band, more: Parameters<typeof makeScene>[0] = {}) =>
  makeScene({ hostScore: { host: 'app.example.org', score: 0.5, band, model: 'hosts@1', commitment: '' }, ...more });

describe('suspicious-host', () => {
  it('is caution in the high band, a note in the raised one, and never more', () => {
    expect(answer(suspiciousHost, on('high'))).toBe('fired: caution');
    expect(answer(suspiciousHost, on('high', { consequences: [grant()] }))).toBe('fired: caution');
    expect(answer(suspiciousHost, on('raised'))).toBe('fired: note');
  });

  it('stays quiet in the low band, on known dapps and on this machine', () => {
    expect(answer(suspiciousHost, on('low'))).toBe('clear');
    expect(answer(suspiciousHost, on('high', { registry: makeRegistry({ dapps: ['app.example.org'] }) }))).toBe(
      'clear',
    );
    expect(answer(suspiciousHost, on('high', { request: makeRequest({ origin: 'http://127.0.0.1:8000' }) }))).toBe(
      'quiet',
    );
  });

  it('cannot tell without a score', () => {
    expect(answer(suspiciousHost, makeScene())).toBe('inconclusive');
  });
});
