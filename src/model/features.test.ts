import { describe, expect, it } from 'vitest';
import { featureFingerprint } from './commitment.ts';
import { FEATURE_SPEC, hostReadings } from './features.ts';

/** Every reading as text, to compare sets of readings. */
function readingsAsText(host: string): Set<string> {
  return new Set(hostReadings(host).map((reading) => reading.join(' ')));
}

describe('hostReadings', () => {
  it('gives the ids the shipped model was trained on', () => {
    // A new value here is a new FEATURE_SPEC.version and a newly trained model.
    expect(featureFingerprint()).toBe('284c7620b4a3c3ad2bcb693e1415357d1c5321ed7285b53903eb7c4e22dead66');
  });

  it('gives distinct ids within the table, ascending', () => {
    for (const reading of hostReadings('claim-uniswap-airdrop.app.example.xyz')) {
      expect([...reading]).toEqual([...new Set(reading)].sort((one, two) => one - two));
      expect(reading.at(0)).toBeGreaterThan(0);
      expect(reading.at(-1)).toBeLessThan(FEATURE_SPEC.buckets);
    }
  });

  it('has nothing to say of IPs, single labels, bare suffixes and nonsense', () => {
    for (const host of ['', ' ', 'localhost', '127.0.0.1', '[::1]', '::1', 'com', 'vercel.app', '...', '-']) {
      expect(hostReadings(host)).toEqual([]);
    }
  });

  it('bounds a host of 10 kB', () => {
    const host = `${'claim-airdrop.'.repeat(720)}example.com`;
    expect(hostReadings(host).length).toBeLessThanOrEqual(FEATURE_SPEC.maxReadings);
    expect(hostReadings(`${'x'.repeat(10_000)}.com`).length).toBeLessThanOrEqual(FEATURE_SPEC.maxReadings);
  });

  it.each([
    ['uniswap-claim.xyz', 'docs.uniswap-claim.xyz'],
    ['uniswap-claim.xyz', 'google.docs.news.uniswap-claim.xyz'],
    ['uniswap-claim.xyz', 'garden-uniswap-claim.xyz'],
    ['uniswap-claim.xyz', 'uniswap-claim-garden.xyz'],
    ['app.evil.com', 'google.app.evil.com'],
    ['app.evil.com', 'app.garden-evil.com'],
    ['app.evil-claim.com', 'app.evil-claim-garden.com'],
    ['claim-app.evil.com', 'garden-claim-app-news.evil.com'],
  ])('%s stuffed to %s keeps every reading it had', (plain, stuffed) => {
    const kept = readingsAsText(stuffed);
    expect([...readingsAsText(plain)].filter((reading) => !kept.has(reading))).toEqual([]);
  });

  it('reads capitals and a trailing dot as the same name', () => {
    expect(hostReadings('App.Uniswap.ORG.')).toEqual(hostReadings('app.uniswap.org'));
  });
});
