import { describe, expect, it } from 'vitest';
import { RpcError } from '../errors.ts';
import type { Rpc, RpcCall } from './rpc.ts';
import { openTrip } from './trip.ts';

const never = new AbortController().signal;

function recorder(batches: (readonly RpcCall[])[], fail?: RpcError): Rpc {
  return {
    url: 'https://rpc.example',
    request: async () => null,
    async batch(calls) {
      batches.push(calls);
      if (fail !== undefined) throw fail;
      return calls.map(({ method }) => ({ ok: true, result: method }));
    },
  };
}

describe('openTrip', () => {
  it('sends everything that was asked once, and what it can do without last', async () => {
    const batches: (readonly RpcCall[])[] = [];
    const trip = openTrip(recorder(batches), never);
    const spare = trip.askIfAble({ method: 'spare', params: [] });
    const needed = trip.ask({ method: 'needed', params: [] });
    await trip.send();
    expect(batches.map((calls) => calls.map(({ method }) => method))).toEqual([['needed', 'spare']]);
    expect(await needed).toEqual({ ok: true, result: 'needed' });
    expect(await spare).toEqual({ ok: true, result: 'spare' });
  });

  it('fails as the endpoint failed, and leaves no question open', async () => {
    const trip = openTrip(recorder([], new RpcError('down')), never);
    const asked = trip.ask({ method: 'x', params: [] });
    await expect(trip.send()).rejects.toThrow('down');
    expect((await asked).ok).toBe(false);
  });

  it('goes once more without what it can do without, when the endpoint refuses the whole', async () => {
    const batches: (readonly RpcCall[])[] = [];
    const rpc = recorder(batches);
    const busy: Rpc = {
      ...rpc,
      async batch(calls, signal) {
        if (calls.length > 1) throw new RpcError('The RPC answered HTTP 429.');
        return rpc.batch(calls, signal);
      },
    };
    const trip = openTrip(busy, never);
    const spare = trip.askIfAble({ method: 'spare', params: [] });
    const needed = trip.ask({ method: 'needed', params: [] });
    await trip.send();
    expect(await needed).toEqual({ ok: true, result: 'needed' });
    expect((await spare).ok).toBe(false);
    expect(batches).toHaveLength(1);
  });
});
