import { describe, expect, it } from 'vitest';
import { createNodeRuntime } from '../../src/cli/modelRuntime.ts';
import { hostReadings } from '../../src/model/features.ts';
import { tensorsOf } from '../../src/model/score.ts';
import { splitHost } from '../../src/text/domains.ts';
import { type Row, splitRows } from './data.ts';
import { EDITS, editedHosts } from './evasion.ts';
import { encodeHostNet, quantise } from './hostGraph.ts';
import { buildMatrix } from './matrix.ts';
import { fitPlatt, ratesAgainst, reliability, shareAbove, thresholdFor } from './metrics.ts';
import { type Net, newNet, scoreHosts } from './net.ts';
import { trainNet } from './trainNet.ts';

const SHAPE = { wideRows: 1 << 18, deepRows: 1 << 10, dims: 4, hidden: 8 };
const PLAN = { epochs: 30, rate: 0.05, decay: 1e-6, dropIds: 0.1, seed: 2 };
const PHISHING = ['claim-alpha.xyz', 'airdrop-beta.xyz', 'claim-gamma.top', 'wallet-sync-delta.com'];
const BENIGN = ['alpha.org', 'gamma.net', 'garden-news.com', 'docs.library.org'];
const HOSTS = [...PHISHING, ...BENIGN];

function train(): Net {
  const net = newNet(SHAPE, 1);
  const labels = Uint8Array.from(HOSTS, (host) => (PHISHING.includes(host) ? 1 : 0));
  const matrix = buildMatrix(HOSTS, hostReadings);
  const hosts = Int32Array.from(HOSTS.keys());
  trainNet(net, matrix, { hosts, labels, weights: new Float32Array(HOSTS.length).fill(1) }, PLAN, () => {});
  return net;
}

/** The net as the file can hold it. */
function rounded(net: Net): Net {
  for (const values of [net.wide, net.deep]) {
    const { table, step } = quantise(values);
    values.set(Array.from(table, (whole) => whole * step));
  }
  return net;
}

describe('training', () => {
  it('tells its own examples apart, and gives the same bytes twice', () => {
    const net = train();
    const scores = scoreHosts(net, buildMatrix(HOSTS, hostReadings), Int32Array.from(HOSTS.keys()));
    expect(Math.min(...scores.slice(0, 4))).toBeGreaterThan(Math.max(...scores.slice(4)));
    expect(Buffer.from(encodeHostNet(net)).equals(encodeHostNet(train()))).toBe(true);
  });

  it('writes a file whose answers are the network it trained', async () => {
    const net = rounded(train());
    const runtime = await createNodeRuntime(encodeHostNet(net));
    const scores = scoreHosts(net, buildMatrix(HOSTS, hostReadings), Int32Array.from(HOSTS.keys()));
    for (const [index, host] of HOSTS.entries()) {
      const { logit } = await runtime.run(tensorsOf(hostReadings(host)), new AbortController().signal);
      expect(logit?.[0]).toBeCloseTo(scores[index] ?? Number.NaN, 4);
    }
  });
});

describe('splitRows', () => {
  const row = (domain: string, unit: string, change: Partial<Row>): Row => ({
    ...{ domain, unit, platform: '', kind: 'crypto', phishing: true, date: '', pinned: false, ...change },
  });

  it('keeps a unit with an older row out of the test', () => {
    const rows = [
      row('a.evil.com', 'evil.com', { date: '2024-01-01' }),
      row('b.evil.com', 'evil.com', { date: '2025-03-01' }),
      row('new.com', 'new.com', { date: '2025-03-01' }),
    ];
    const [old, later, unseen] = splitRows(rows);
    expect([old, later]).toEqual(['train', undefined]);
    expect(['tune', 'test']).toContain(unseen);
  });

  it('puts all rows of a benign unit on one side, and pinned ones into training', () => {
    const rows = Array.from({ length: 200 }, (_, index) =>
      row(`h${index}.com`, `u${index >> 1}`, { kind: 'ranked', phishing: false, pinned: index < 20 }),
    );
    const parts = splitRows(rows);
    expect(new Set(parts.slice(0, 20))).toEqual(new Set(['train']));
    expect(new Set(parts).size).toBe(3);
    for (let index = 0; index < rows.length; index += 2) expect(parts[index]).toBe(parts[index + 1]);
  });
});

describe('metrics', () => {
  const benign = Float64Array.from({ length: 1000 }, (_, index) => index);

  it('counts what lies above a threshold that lets few benign hosts through', () => {
    expect(thresholdFor(benign, 0.01)).toBe(989);
    expect(shareAbove(benign, thresholdFor(benign, 0.01))).toBe(0.01);
    expect(ratesAgainst(Float64Array.of(500, 990, 2000, 2000), benign).caught).toEqual({
      ...{ '1 %': 0.75, '0.1 %': 0.5, '0.01 %': null },
    });
  });

  it('fits log-odds whose said chances are the found ones, passing over hosts without a score', () => {
    // At logit 0 one in two is phishing, at logit 2 nine in ten.
    const phishing = Float64Array.of(...Array(500).fill(0), ...Array(900).fill(2));
    const others = Float64Array.of(...Array(500).fill(0), ...Array(100).fill(2), Number.NEGATIVE_INFINITY);
    const { slope, intercept } = fitPlatt(phishing, others);
    expect(intercept).toBeCloseTo(0, 1);
    expect(slope * 2 + intercept).toBeCloseTo(Math.log(9), 1);
  });

  it('measures a wrong certainty', () => {
    expect(reliability(Float64Array.of(1, 1), Float64Array.of(0, 0))).toMatchObject({ ece: 0, brier: 0, prior: 0.5 });
    expect(reliability(Float64Array.of(0.2, 0.2), Float64Array.of(0.2, 0.2)).ece).toBeCloseTo(0.3);
  });
});

describe('EDITS', () => {
  it.each(EDITS)('$name gives another name in the same way each time', (edit) => {
    const hosts = ['login.claim-uniswap.xyz'];
    const [edited = ''] = editedHosts(hosts, edit);
    expect(edited).not.toBe(hosts[0]);
    expect(splitHost(edited).registrable).not.toBeNull();
    expect(editedHosts(hosts, edit)).toEqual([edited]);
  });
});
