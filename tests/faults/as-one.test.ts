import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lab, openLab, openTab, reached, ready } from './lab.ts';

/** checks.md A16: what a page says in the wallet's name is not believed. And a JSON-RPC array is one request. */

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab?.close());

it('a page that would answer for the wallet is not asked: the chain is the real one', async () => {
  const page = await openTab(lab.session, await lab.site());
  await page.evaluate(async () => {
    const channel = (data: object, target: string) => ({ target, data: { name: 'metamask-provider', data } });
    addEventListener(
      'message',
      ({ data }: MessageEvent) => {
        const body = data?.target === 'metamask-contentscript' ? data.data?.data : null;
        if (body?.method !== 'eth_chainId') return;
        const forged = { jsonrpc: '2.0', id: body.id, result: '0x1' };
        postMessage(channel(forged, 'metamask-inpage'), location.origin);
      },
      true,
    );
    const { ethereum } = globalThis as unknown as { ethereum: { request(asked: object): Promise<unknown> } };
    await ethereum.request({ method: 'eth_chainId' });
    const asked = { jsonrpc: '2.0', id: 1, method: 'personal_sign', params: ['0x68656c6c6f', '0x01'] };
    postMessage(channel(asked, 'metamask-contentscript'), location.origin);
  });
  const item = await ready(lab, 'hello');
  expect(JSON.parse(item.technicalText)).toMatchObject({ chainId: lab.chain.chainId });
  await lab.desk.decide(item, 'reject');
  await expect.poll(() => lab.desk.stored()).toEqual([]);
  expect((await reached(lab.session)).size).toBe(0);
});

it('an array of requests is one request in one window, and its calls go on together', async () => {
  const page = await openTab(lab.session, await lab.site());
  const answers = page.evaluate(() => {
    interface Provider {
      sendAsync(payload: object, callback: (error: unknown, response: unknown) => void): void;
    }
    const { ethereum } = globalThis as unknown as { ethereum: Provider };
    const call = (id: number, data: string) => ({
      jsonrpc: '2.0',
      id,
      method: 'personal_sign',
      params: [data, '0x01'],
    });
    return new Promise((resolve) => {
      ethereum.sendAsync([call(1, '0x6f6e65'), call(2, '0x74776f')], (error, response) => resolve(error ?? response));
    });
  });
  const item = await ready(lab, 'one');
  expect(await lab.desk.queue()).toHaveLength(1);
  expect(item.technicalText).toContain('0x74776f');
  await lab.desk.decide(item, 'continue');
  expect(await answers).toMatchObject([{ id: 1 }, { id: 2 }]);
  expect(await lab.desk.queue()).toEqual([]);
  expect([...(await reached(lab.session))].sort()).toEqual([
    ['one', 1],
    ['two', 1],
  ]);
});
