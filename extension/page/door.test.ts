import './testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { BATCH_METHOD, kindOf } from '../../src/request/methods.ts';
import { type Asked, createDoor } from './door.ts';
import { callError } from './errors.ts';
import { createMembrane } from './membrane.ts';

interface Sent {
  readonly method: string;
  readonly params?: unknown;
}

/** A page with one wallet behind the door. `say` answers asks. */
function page(say: 'continue' | 'reject' = 'continue') {
  const asked: Asked[] = [];
  const reached: unknown[] = [];
  const door = createDoor(
    (method) => kindOf(method).kind,
    (ask) => {
      asked.push(ask);
      return say === 'continue' ? Promise.resolve() : Promise.reject(callError(4001, 'User rejected the request.'));
    },
  );
  const raw = {
    async request(args: Sent) {
      reached.push(args);
      return 'done';
    },
    sendAsync(payload: unknown, callback: (error: unknown, response: unknown) => void) {
      reached.push(payload);
      callback(null, { result: 'done' });
    },
    send(first: unknown, second?: unknown) {
      reached.push(typeof first === 'string' ? { method: first, params: second } : first);
      return Promise.resolve('done');
    },
    enable: () => Promise.resolve(['0x1']),
  };
  return { asked, reached, ethereum: createMembrane(door).wrap(raw) };
}

const sign = { method: 'personal_sign', params: ['0x68', '0x01'] };

describe('request', () => {
  it("passes a read in the same tick, with the page's own parameters", () => {
    const { ethereum, reached, asked } = page();
    const params: unknown[] = [];
    void ethereum.request({ method: 'eth_chainId', params });
    expect(reached).toEqual([{ method: 'eth_chainId', params: [] }]);
    expect(asked).toEqual([]);
  });

  it('asks about a signing method and forwards the judged text', async () => {
    const { ethereum, reached, asked } = page();
    await expect(ethereum.request(sign)).resolves.toBe('done');
    expect(asked).toMatchObject([{ method: 'personal_sign', paramsText: '["0x68","0x01"]' }]);
    expect(reached).toEqual([sign]);
  });

  it("rejects with a real error and EIP-1193's code", async () => {
    const { ethereum, reached } = page('reject');
    const error = await ethereum.request(sign).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 4001, message: 'User rejected the request.' });
    expect(reached).toEqual([]);
  });

  it('copies once: later mutation, lying getters and toJSON change nothing', async () => {
    const { ethereum, reached, asked } = page();
    const params: unknown[] = ['0x68', '0x01'];
    const mutated = ethereum.request({ method: 'personal_sign', params });
    params[0] = '0x6576696c';
    await mutated;
    let reads = 0;
    await ethereum.request({
      get method() {
        return reads++ === 0 ? 'eth_chainId' : 'eth_sendTransaction';
      },
    });
    let data = 0;
    await ethereum.request({
      method: 'eth_sendTransaction',
      params: [
        {
          get data() {
            return `0x0${data++}`;
          },
        },
      ],
    });
    let written = 0;
    await ethereum.request({ method: 'personal_sign', params: { toJSON: () => [written++] } });
    expect(asked.map(({ paramsText }) => paramsText)).toEqual(['["0x68","0x01"]', '[{"data":"0x00"}]', '[0]']);
    expect(reached).toEqual([
      sign,
      { method: 'eth_chainId' },
      { method: 'eth_sendTransaction', params: [{ data: '0x00' }] },
      { method: 'personal_sign', params: [0] },
    ]);
  });

  it('drops members beside method and params of a judged call', async () => {
    const { ethereum, reached } = page();
    await ethereum.request(Object.assign({ evil: 1 }, sign));
    expect(reached).toEqual([sign]);
  });

  it.each([
    ['a bigint', { method: 'personal_sign', params: [1n] }, -32602],
    ['a function', { method: 'personal_sign', params: () => 1 }, -32602],
    ['a method that is no text', { method: ['personal_sign'] }, -32600],
    ['an endless method', { method: 'x'.repeat(300) }, -32600],
    ['a refused method', { method: 'personal_unlockAccount' }, 4200],
  ])('refuses %s', async (_name, args, code) => {
    const { ethereum, reached } = page();
    const cycle: unknown[] = [];
    cycle.push(cycle);
    await expect(ethereum.request(args as Sent)).rejects.toMatchObject({ code });
    await expect(ethereum.request({ method: 'personal_sign', params: cycle })).rejects.toMatchObject({ code: -32602 });
    expect(reached).toEqual([]);
  });

  it("leaves what holds no method to the wallet's own words", async () => {
    const { ethereum, reached, asked } = page();
    await ethereum.request({ method: null, params: [], evil: 1 } as never);
    await ethereum.request({ method: '' });
    await new Promise((resolve) => ethereum.sendAsync([null, { id: 1, method: 'eth_chainId' }], resolve));
    expect(asked).toEqual([]);
    expect(reached).toEqual([{ method: null, params: [] }, { method: '' }, [null, { id: 1, method: 'eth_chainId' }]]);
  });

  it('answers a refused array by an array', async () => {
    const { ethereum, reached } = page('reject');
    const batch = [
      { ...sign, id: 1 },
      { id: 2, method: 'eth_chainId' },
    ];
    const [error, responses] = await new Promise<unknown[]>((resolve) =>
      ethereum.sendAsync(batch, (...results) => resolve(results)),
    );
    expect([error, reached]).toEqual([null, []]);
    expect(responses).toMatchObject([
      { id: 1, error: { code: 4001 } },
      { id: 2, error: { code: 4001 } },
    ]);
  });

  it.each(['wallet_newThing', ' Personal_Sign', 'ETH_SENDTRANSACTION'])('asks about %j', async (method) => {
    const { ethereum, asked } = page('reject');
    await ethereum.request({ method }).catch(() => undefined);
    expect(asked).toHaveLength(1);
  });
});

describe('send, sendAsync and enable', () => {
  it('answer in the form they were called in', async () => {
    const { ethereum } = page();
    await expect(ethereum.send('personal_sign', sign.params)).resolves.toBe('done');
    await expect(ethereum.send({ ...sign, id: 1 })).resolves.toBe('done');
    const answered = await new Promise((resolve) =>
      ethereum.sendAsync({ ...sign, id: 1 }, (error, response) => resolve([error, response])),
    );
    expect(answered).toEqual([null, { result: 'done' }]);
  });

  it('tell a callback of the refusal', async () => {
    const { ethereum, reached } = page('reject');
    const [error, response] = await new Promise<unknown[]>((resolve) =>
      ethereum.sendAsync({ ...sign, id: 9 }, (...results) => resolve(results)),
    );
    expect(error).toMatchObject({ code: 4001 });
    expect(response).toMatchObject({ id: 9, error: { code: 4001, message: 'User rejected the request.' } });
    expect(reached).toEqual([]);
  });

  it('hold an array whole: its signing calls are asked about as one, and it goes on whole or not at all', async () => {
    const { ethereum, asked, reached } = page();
    const batch = [
      { id: 1, method: 'eth_chainId' },
      { ...sign, id: 2 },
      { ...sign, id: 3 },
    ];
    await new Promise((resolve) => ethereum.sendAsync(batch, resolve));
    expect(asked).toMatchObject([{ method: BATCH_METHOD, paramsText: JSON.stringify([sign, sign]) }]);
    expect(reached).toEqual([batch]);
    await new Promise((resolve) => ethereum.sendAsync(batch.slice(0, 2), resolve));
    expect(asked[1]).toMatchObject({ method: 'personal_sign', paramsText: JSON.stringify(sign.params) });
    const refused = page('reject');
    await new Promise((resolve) => refused.ethereum.sendAsync(batch, resolve));
    expect(refused.reached).toEqual([]);
  });

  it('asks about enable as connecting', async () => {
    const { ethereum, asked } = page();
    await expect(ethereum.enable()).resolves.toEqual(['0x1']);
    expect(asked).toMatchObject([{ method: 'eth_requestAccounts', paramsText: '[]' }]);
  });
});
