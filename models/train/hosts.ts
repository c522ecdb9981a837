/**
 * Trains the host witness: `node --import tsx models/train/hosts.ts` (three minutes, one core). Reads the data folder
 * named by COUNTERSIGN_DATA (default ../shared/data beside the checkout), writes models/hosts.onnx and models/hosts.json.
 * The same data and the same Node give the same bytes.
 *
 * Two networks by one recipe. The *measured* one has seen nothing from TEST_FROM on and gives the card's rates. The
 * *shipped* one has seen all phishing, and still none of the held-out benign hosts: its bands are set on those.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitmentOf, featureFingerprint, sha256Hex } from '../../src/model/commitment.ts';
import { FEATURE_SPEC } from '../../src/model/features.ts';
import { calibrate } from '../../src/model/score.ts';
import { FRESH_TEST_FROM, type Row, readRows, splitRows, TEST_FROM } from './data.ts';
import { measureEvasion } from './evade.ts';
import { encodeHostNet } from './hostGraph.ts';
import { buildMatrix } from './matrix.ts';
import { fitPlatt, ratesAgainst, reliability, round, shareAbove, thresholdFor } from './metrics.ts';
import { scoreHosts } from './net.ts';
import { PLAN, readingsOf, SHAPE, trainHostNet } from './recipe.ts';

const models = fileURLToPath(new URL('..', import.meta.url));
const dataFolder = process.env.COUNTERSIGN_DATA ?? join(models, '../../shared/data');
const out = process.env.COUNTERSIGN_MODELS_OUT ?? models;
/** Kinds whose false positives set the bands. */
const BAND_KINDS = ['dapp', 'token-site', 'ranked'];
const BAND_RATES = { raised: 0.01, high: 0.001 };
/** From here on the lists hold too few hosts to be the "newest" that the age weights count from. */
const NEWEST_PHISHING = '2025-04-05';

const LIMITS = [
  'Reads the host name only: a hijacked genuine site and a freshly invented word look ordinary to it.',
  'Silent on IP addresses, single labels and bare public suffixes: score 0, band low.',
  'Labels are those of public phishing lists: day of listing, not of registration; benign newcomers are vouched for by nobody.',
  'Glued-on benign words, another suffix and misspellings lower the score; see metrics.evasionAtOnePercentMixed.',
  'Calibrated for the share of phishing in its held-out hosts, which is far above that of daily browsing.',
];

const say = (line: string) => process.stderr.write(`${line}\n`);

say(`reading ${dataFolder}`);
const rows = readRows(dataFolder);
const parts = splitRows(rows);
const matrix = buildMatrix(
  rows.map((row) => row.domain),
  readingsOf,
);
say(`${rows.length} hosts, ${matrix.idStart.length - 1} readings, ${matrix.ids.length} ids`);

const pick = (wanted: (row: Row, index: number) => boolean) =>
  Int32Array.from(rows.flatMap((row, index) => (wanted(row, index) ? [index] : [])));

// Measured: time split.
const trainHosts = pick((_, index) => parts[index] === 'train');
const measured = trainHostNet(rows, matrix, trainHosts, TEST_FROM, say);
const scoresOf = (part: 'tune' | 'test' | 'both', wanted: (row: Row) => boolean, net = measured) =>
  scoreHosts(
    net,
    matrix,
    pick((row, index) => {
      const where = parts[index];
      return (part === 'both' ? where === 'tune' || where === 'test' : where === part) && wanted(row);
    }),
  );
const calibration = fitPlatt(
  scoresOf('tune', (row) => row.phishing),
  scoresOf('tune', (row) => !row.phishing),
);
const phishing = scoresOf('both', (row) => row.phishing);
const benignKinds = [...new Set(rows.filter((row) => !row.phishing).map((row) => row.kind))].sort();
const byKind: Record<string, unknown> = {
  mixed: ratesAgainst(
    phishing,
    scoresOf('both', (row) => !row.phishing),
  ),
};
for (const kind of benignKinds) {
  byKind[kind] = ratesAgainst(
    phishing,
    scoresOf('both', (row) => row.kind === kind),
  );
}
const mixedAtOne = thresholdFor(
  scoresOf('both', (row) => !row.phishing),
  0.01,
);
const byPlatform: Record<string, unknown> = {};
for (const platform of ['', 'pages.dev', 'vercel.app', 'web.app', 'netlify.app', 'github.io']) {
  const caught = scoresOf('both', (row) => row.phishing && row.platform === platform);
  const alarmed = scoresOf('both', (row) => !row.phishing && row.platform === platform);
  byPlatform[platform === '' ? 'own domain' : platform] = {
    phishing: caught.length,
    caught: round(shareAbove(caught, mixedAtOne)),
    benign: alarmed.length,
    falseAlarms: round(shareAbove(alarmed, mixedAtOne)),
  };
}
const chances = (scores: Float64Array) => scores.map((score) => calibrate(score, calibration));
const calibrated = reliability(
  chances(scoresOf('test', (row) => row.phishing)),
  chances(scoresOf('test', (row) => !row.phishing)),
);
const bandsAt = (part: 'tune' | 'both', net = measured) => {
  const lowest = (rate: number) =>
    Math.max(
      ...BAND_KINDS.map((kind) =>
        thresholdFor(
          scoresOf(part, (row) => row.kind === kind, net),
          rate,
        ),
      ),
    );
  // Strictly above the threshold, by a step wider than float32's rounding.
  return { raised: lowest(BAND_RATES.raised) + 1e-4, high: lowest(BAND_RATES.high) + 1e-4 };
};
const bandShares = (bands: { raised: number; high: number }, part: 'test' | 'both', net = measured) =>
  Object.fromEntries(
    [...benignKinds, 'crypto'].map((kind) => {
      const scores = scoresOf(part, (row) => row.kind === kind, net);
      const raised = round(shareAbove(scores, bands.raised));
      return [kind, { n: scores.length, raisedOrHigh: raised, high: round(shareAbove(scores, bands.high)) }];
    }),
  );
const honestBands = bandShares(bandsAt('tune'), 'test');
const evasion = measureEvasion(
  measured,
  rows.filter((row, index) => row.phishing && (parts[index] === 'tune' || parts[index] === 'test')),
  mixedAtOne,
);

// Shipped: all phishing, the same benign hosts held out.
const shippedHosts = pick((row, index) => row.phishing || parts[index] === 'train');
const shipped = trainHostNet(rows, matrix, shippedHosts, NEWEST_PHISHING, say);
const cuts = bandsAt('both', shipped);
const shippedShares = bandShares(cuts, 'both', shipped);
delete shippedShares.crypto;

const modelBytes = encodeHostNet(shipped);
const ortPackage: { version: string } = JSON.parse(
  readFileSync(join(models, '../node_modules/onnxruntime-web/package.json'), 'utf8'),
);
const runtime = { name: 'onnxruntime-web', version: ortPackage.version };
const featuresSha256 = featureFingerprint();
const card = {
  id: 'hosts@1',
  // The day of the newest data, not of the run: the same data gives the same bytes.
  date:
    rows
      .map((row) => row.date)
      .sort()
      .at(-1) ?? '',
  file: 'hosts.onnx',
  bytes: modelBytes.length,
  sha256: sha256Hex(modelBytes),
  features: { version: FEATURE_SPEC.version, sha256: featuresSha256 },
  runtime,
  commitment: commitmentOf({ modelBytes, featuresSha256, runtime: `${runtime.name} ${runtime.version}` }),
  calibration,
  bands: {
    raised: calibrate(cuts.raised, calibration),
    high: calibrate(cuts.high, calibration),
  },
  recipe: { shape: SHAPE, plan: PLAN, testFrom: TEST_FROM, freshTestFrom: FRESH_TEST_FROM },
  trainedOn: {
    phishing: rows.filter((row) => row.phishing).length,
    benign: rows.filter((row, index) => !row.phishing && parts[index] === 'train').length,
  },
  metrics: {
    timeSplit: {
      byKind,
      byPlatformAtOnePercentMixed: byPlatform,
      calibration: calibrated,
      bandsSetOnOtherHalf: honestBands,
    },
    shippedFile: { benignHeldOut: shippedShares },
    evasionAtOnePercentMixed: evasion,
  },
  limits: LIMITS,
};
writeFileSync(join(out, 'hosts.onnx'), modelBytes);
writeFileSync(join(out, 'hosts.json'), `${JSON.stringify(card, null, 2)}\n`);
say(JSON.stringify(card.metrics, null, 1));
say(`${join(out, 'hosts.onnx')}: ${modelBytes.length} bytes, ${card.sha256}`);
