import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChecker } from './checker.ts';
import type { Live } from './desk.ts';
import { openHistory } from './history.ts';
import { openSettings } from './settings.ts';
import { memoryArea } from './testing/area.ts';

const RPC = 'https://rpc.example/';
const live = (method: string, chainId: number | null, contradicted: Live['ask']['contradicted'] = []): Live => ({
  ask: {
    ...{ type: 'ask', key: '0'.repeat(32), via: 'hook', method, paramsText: '[]', chainId, account: null },
    ...{ rdns: null, walletName: null, ancestors: [], contradicted },
  },
  caller: {
    ...{ origin: 'https://app.example.org', topOrigin: 'https://app.example.org', documentId: null, document: 'd' },
    ...{ frame: 'top', tabId: 1, incognito: false },
  },
  report: null,
  checkedAt: 0,
});

async function checkerWith(chosen: boolean) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: unknown, init: { body: string }) => {
    sent.push({ url: String(url), body: JSON.parse(init.body) });
    return new Response('{}');
  });
  const area = memoryArea();
  const settings = await openSettings(area);
  await settings.save({ chosen, rpcUrls: { 1: RPC }, show: 'default', language: 'en' });
  const checker = createChecker({
    settings,
    packaged: Promise.resolve({ lists: null, registry: null }),
    classifier: { scoreHost: () => Promise.reject(new Error('none')) },
    history: await openHistory(area),
    language: () => 'en',
  });
  return { checker, sent };
}

afterEach(() => vi.unstubAllGlobals());

describe('the checker', () => {
  it('reads the newest header when a site connects, and nothing before an RPC is chosen', async () => {
    const { checker, sent } = await checkerWith(true);
    await checker.check('id', live('eth_requestAccounts', 1));
    await checker.check('id', live('eth_requestAccounts', 10));
    await checker.check('id', live('eth_requestAccounts', null));
    expect(sent).toMatchObject([{ url: RPC, body: { method: 'eth_getBlockByNumber', params: ['latest', false] } }]);
    const none = await checkerWith(false);
    await none.checker.check('id', live('eth_requestAccounts', 1));
    expect(none.sent).toEqual([]);
  });

  it('believes neither of two answers, and says so', async () => {
    const { checker } = await checkerWith(false);
    const { request, verdict } = await checker.check('id', live('personal_sign', 1, ['chain']));
    expect(request).toMatchObject({ chainId: null, contradicted: ['chain'] });
    expect(verdict).toMatchObject({ level: 'danger' });
    expect(verdict.because).toContain('wallet-contradiction');
  });
});
