import { describe, expect, it } from 'vitest';
import { DeadlineError, RpcError } from '../errors.ts';
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
  it('waits for a task that asks later, and sends everything once', async () => {
    const batches: (readonly RpcCall[])[] = [];
    const trip = openTrip(recorder(batches), never);
    const early = trip.ask({ method: 'early', params: [] });
    const late = trip.join(async (ask) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return ask({ method: 'late', params: [] });
    });
    await trip.send();
    expect(batches.map((calls) => calls.map(({ method }) => method))).toEqual([['early', 'late']]);
    expect(await early).toEqual({ ok: true, result: 'early' });
    expect(await late).toEqual({ ok: true, result: 'late' });
  });

  it('does not wait for a task that ends without asking', async () => {
    const batches: (readonly RpcCall[])[] = [];
    const trip = openTrip(recorder(batches), never);
    const broken = trip.join(async () => {
      throw new Error('before asking');
    });
    await expect(Promise.all([broken, trip.send()])).rejects.toThrow('before asking');
    expect(batches).toHaveLength(1);
  });

  it('fails as the endpoint failed, and leaves no question open', async () => {
    const trip = openTrip(recorder([], new RpcError('down')), never);
    const asked = trip.ask({ method: 'x', params: [] });
    await expect(trip.send()).rejects.toThrow('down');
    expect((await asked).ok).toBe(false);
  });

  it('ends with the deadline when a task never asks', async () => {
    const controller = new AbortController();
    const trip = openTrip(recorder([]), controller.signal);
    void trip.join(() => new Promise(() => undefined));
    const sent = trip.send();
    controller.abort();
    await expect(sent).rejects.toBeInstanceOf(DeadlineError);
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
