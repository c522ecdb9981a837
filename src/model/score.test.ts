import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNodeRuntime, NODE_RUNTIME } from '../cli/modelRuntime.ts';
import { ModelUnavailableError } from '../errors.ts';
import type { ModelRuntime } from './Classifier.ts';
import { checkCommitment, sha256Hex } from './commitment.ts';
import { readHostCard } from './HostCard.ts';
import { createHostClassifier, OUT_OF_DOMAIN_SCORE } from './score.ts';

const MODELS = new URL('../../models/', import.meta.url);
const MEBIBYTE = 1 << 20;
const modelBytes = new Uint8Array(readFileSync(new URL('hosts.onnx', MODELS)));
const card = readHostCard(JSON.parse(readFileSync(new URL('hosts.json', MODELS), 'utf8')));
const runtime = await createNodeRuntime(modelBytes);
const classifier = createHostClassifier({ runtime, card });
const { signal } = new AbortController();

const scoreOf = async (host: string) => (await classifier.scoreHost(host, signal)).score;
const bandOf = async (host: string) => (await classifier.scoreHost(host, signal)).band;

/** A runtime that answers what a broken model would. */
function answering(outputs: Record<string, Float32Array>): ModelRuntime {
  return { run: async () => outputs };
}

describe('the shipped host model', () => {
  it('is the file its card describes, and at most 1 MiB', () => {
    expect(modelBytes.length).toBeLessThanOrEqual(MEBIBYTE);
    expect(sha256Hex(modelBytes)).toBe(card.sha256);
    expect(() => checkCommitment(card, modelBytes, NODE_RUNTIME)).not.toThrow();
  });

  it.each([
    ...['app.uniswap.org', 'opensea.io', 'aave.com', 'app.aave.com', 'etherscan.io', 'curve.fi', 'lido.fi'],
    ...['metamask.io', 'app.1inch.io', 'app.ens.domains', 'safe.global', 'compound.finance', 'github.com'],
    ...['wikipedia.org', 'google.com', 'bbc.co.uk'],
  ])('%s is low', async (host) => {
    expect(await bandOf(host)).toBe('low');
  });

  it.each([
    ...['claim-airdrop-uniswap-rewards.xyz', 'metamask-wallet-restore.pages.dev', 'connect-walletsync-dapp.web.app'],
    ...['airdrop-arbitrum-claim.com', 'zksync-claim-rewards.net', 'eigenlayer-airdrop.app', 'opensea-free-mint.online'],
  ])('%s (invented) is raised or high', async (host) => {
    expect(['raised', 'high']).toContain(await bandOf(host));
  });

  it('answers the same bits each time', async () => {
    expect(await scoreOf('claim-uniswap.xyz')).toBe(await scoreOf('claim-uniswap.xyz'));
  });

  it.each(['', 'localhost', '127.0.0.1', '[::1]', 'vercel.app'])('has no opinion on "%s"', async (host) => {
    const said = await classifier.scoreHost(host, signal);
    expect(said).toMatchObject({
      score: OUT_OF_DOMAIN_SCORE,
      band: 'low',
      model: card.id,
      commitment: card.commitment,
    });
  });

  it('bounds a host of 10 kB', async () => {
    const score = await scoreOf(`${'a-b.'.repeat(2500)}claim-uniswap.xyz`);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  });

  it.each(['www.google.docs.HOST', 'library.bakery.weather.music.news.HOST', 'garden-HOST'])(
    'stuffing as in %s lowers no score',
    async (pattern) => {
      for (const host of ['claim-airdrop-uniswap-rewards.xyz', 'metamask-wallet-restore.pages.dev', 'aave.com']) {
        expect(await scoreOf(pattern.replace('HOST', host))).toBeGreaterThanOrEqual(await scoreOf(host));
      }
    },
  );
});

describe('createHostClassifier', () => {
  it.each([
    ['NaN', { logit: Float32Array.of(Number.NaN) }],
    ['infinity', { logit: Float32Array.of(Number.POSITIVE_INFINITY) }],
    ['two numbers', { logit: Float32Array.of(1, 2) }],
    ['no such output', { other: Float32Array.of(1) }],
  ])('rejects an answer of %s', async (_, outputs) => {
    const broken = createHostClassifier({ runtime: answering(outputs), card });
    await expect(broken.scoreHost('example.com', signal)).rejects.toBeInstanceOf(ModelUnavailableError);
  });

  it('rejects when the runtime fails, and keeps the cause', async () => {
    const cause = new Error('gone');
    const broken = createHostClassifier({ runtime: { run: () => Promise.reject(cause) }, card });
    await expect(broken.scoreHost('example.com', signal)).rejects.toMatchObject({
      name: 'ModelUnavailableError',
      cause,
    });
  });

  it('rejects a corrupt file when it is loaded', async () => {
    await expect(createNodeRuntime(modelBytes.slice(0, 5000))).rejects.toBeInstanceOf(ModelUnavailableError);
    await expect(createNodeRuntime(new Uint8Array(0))).rejects.toBeInstanceOf(ModelUnavailableError);
  });

  it('stops at the signal', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(classifier.scoreHost('example.com', stopped.signal)).rejects.toBeInstanceOf(ModelUnavailableError);
  });

  it('puts a score at a band edge into the band', async () => {
    const at = async (logit: number, bands: { raised: number; high: number }) => {
      const edge = { ...card, calibration: { slope: 1, intercept: 0 }, bands };
      const fixed = createHostClassifier({ runtime: answering({ logit: Float32Array.of(logit) }), card: edge });
      return (await fixed.scoreHost('example.com', signal)).band;
    };
    // A logit of 0 is a score of exactly 0.5.
    const raisedEdge = { raised: 0.5, high: 0.75 };
    expect([await at(-0.01, raisedEdge), await at(0, raisedEdge)]).toEqual(['low', 'raised']);
    const highEdge = { raised: 0.25, high: 0.5 };
    expect([await at(-0.01, highEdge), await at(0, highEdge)]).toEqual(['raised', 'high']);
  });
});
