import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadData } from '../cli/data.ts';
import { readAddress } from '../text/hex.ts';

/** Real hosts beside the checkout; without them the rates cannot be measured and the test says so. */
const DATA = new URL('../../../shared/data/', import.meta.url);
const hasData = existsSync(new URL('domains-benign.csv.gz', DATA));
if (!hasData) console.log('skipped: lookalike rates (no ../shared/data beside the checkout)');

/** A tenth is enough to hold the budget, and keeps the run short. */
const EVERY = 10;
/** Honest sites that may trip, by kind. */
const TRIP_BUDGET = 0.0025;

function hosts(file: string, keep: (columns: readonly string[]) => boolean): string[] {
  const lines = gunzipSync(readFileSync(new URL(file, DATA)))
    .toString()
    .trim()
    .split('\n')
    .slice(1);
  const rows = lines.map((line) => line.split(',')).filter(keep);
  return rows.map(([host = '']) => host);
}

describe.skipIf(!hasData)('lookalike rates', () => {
  it('stay quiet on honest sites and catch phishing hosts', async () => {
    const { registry } = await loadData();
    const rate = (list: readonly string[]) =>
      list.filter((host) => registry.lookalike(host) !== null).length / list.length;
    const trips = ['dapp', 'token-site', 'general', 'hosted'].map(
      (kind) => [kind, rate(hosts('domains-benign.csv.gz', (columns) => columns[3] === kind))] as const,
    );
    const phishing = hosts('domains-blocklist.csv.gz', (columns) => columns[5] === 'crypto');
    const caught = rate(phishing.filter((_, index) => index % EVERY === 0));
    const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
    console.log(
      `lookalike: caught ${percent(caught)} of phishing hosts; tripped`,
      trips.map(([kind, share]) => `${kind} ${percent(share)}`),
    );
    for (const [kind, share] of trips) expect([kind, share <= TRIP_BUDGET]).toEqual([kind, true]);
    expect(caught).toBeGreaterThan(0.17);
  }, 60_000);

  it('call none of 107,000 honest sites an imitation', async () => {
    const { registry } = await loadData();
    const imitations = (list: readonly string[]) => list.filter((host) => registry.lookalike(host)?.imitates === true);
    const vouched = ['dapp', 'token-site', 'general', 'hosted', 'ranked'];
    const honest = hosts('domains-benign.csv.gz', (columns) => vouched.includes(columns[3] ?? ''));
    const phishing = hosts('domains-blocklist.csv.gz', (columns) => columns[5] === 'crypto').filter(
      (_, index) => index % EVERY === 0,
    );
    const share = imitations(phishing).length / phishing.length;
    console.log(
      `imitations: 0 wanted of ${honest.length} honest hosts; ${(100 * share).toFixed(2)} % of phishing hosts`,
    );
    expect(imitations(honest)).toEqual([]);
    expect(share).toBeGreaterThan(0.035);
  }, 60_000);
});

/** Honest tokens of reviewed lists that may be called impostors: bridged copies and test tokens under an original's name. */
const IMPOSTOR_BUDGET = 0.006;

function linesOf(file: string): string[][] {
  return (
    gunzipSync(readFileSync(new URL(file, DATA)))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      // Names with commas stand in quotes; the few of them are left out.
      .filter((line) => !line.includes('"'))
      .map((line) => line.split(','))
  );
}

describe.skipIf(!hasData)('impostor rates', () => {
  it('stay quiet on reviewed tokens, and catch tokens phishers named after listed ones', async () => {
    const { registry } = await loadData();
    const isImpostor = (chain: string, address: string, symbol: string, name: string): boolean => {
      const at = readAddress(address);
      return at !== null && registry.impersonates(Number(chain), at, symbol, name)?.kind === 'token';
    };
    const curated = linesOf('tokens.csv.gz').filter((columns) => columns[5] === '1');
    const tripped = curated.filter(([chain = '', address = '', symbol = '', name = '']) =>
      isImpostor(chain, address, symbol, name),
    );
    const lures = linesOf('fake-tokens-names.csv.gz').filter(([chain = '']) => /^\d+$/u.test(chain));
    const caught = lures.filter(([chain = '', address = '', name = '', symbol = '']) =>
      isImpostor(chain, address, symbol, name),
    );
    const [trips, catches] = [tripped.length / curated.length, caught.length / lures.length];
    console.log(
      `impostors: ${(100 * catches).toFixed(1)} % of ${lures.length} phishers' tokens pose as a listed one;`,
      `tripped on ${(100 * trips).toFixed(2)} % of ${curated.length} reviewed tokens`,
    );
    expect(trips).toBeLessThan(IMPOSTOR_BUDGET);
    expect(catches).toBeGreaterThan(0.08);
  });

  it('call nobody honest a certain impostor', async () => {
    const { registry } = await loadData();
    const certain = (file: string, at: readonly number[], keep: (columns: readonly string[]) => boolean) => {
      const rows = linesOf(file).filter(keep);
      const unlisted = rows.filter((columns) => {
        const address = readAddress(columns[1] ?? '');
        return address !== null && registry.token(Number(columns[0]), address) === null;
      });
      const found = unlisted.filter((columns) => {
        const address = readAddress(columns[1] ?? '');
        const [symbol = '', name = ''] = at.map((index) => columns[index] ?? '');
        return (
          address !== null && registry.impersonates(Number(columns[0]), address, symbol, name)?.posing !== undefined
        );
      });
      return [found.length, unlisted.length] as const;
    };
    const isReviewed = (columns: readonly string[]) => columns[5] === '1' || (columns[6] ?? '').includes('coingecko');
    const reviewed = certain('tokens.csv.gz', [2, 3], isReviewed);
    const others = certain('tokens.csv.gz', [2, 3], (columns) => !isReviewed(columns));
    const lures = certain('fake-tokens-names.csv.gz', [3, 2], ([chain = '']) => /^\d+$/u.test(chain));
    console.log(
      `certain impostors: ${reviewed.join(' of ')} unlisted tokens of reviewed lists and CoinGecko,`,
      `${others.join(' of ')} of other lists, ${lures.join(' of ')} of phishers' tokens`,
    );
    expect(reviewed[0]).toBe(0);
    expect(reviewed[1]).toBeGreaterThan(3000);
    expect(others[0] / others[1]).toBeLessThan(0.001);
    expect(lures[0]).toBeGreaterThan(0);
  });
});
