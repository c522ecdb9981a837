import { describe, expect, it } from 'vitest';
import { DeadlineError, RpcError } from '../errors.ts';
import { type FetchLike, httpRpc } from './rpc.ts';

interface Wire {
  readonly id: number;
  readonly method: string;
}

/** A fetch that answers each POST with what `reply` makes of its parsed body. */
function fetchOf(reply: (body: Wire | Wire[]) => unknown, sent: string[] = [], status = 200): FetchLike {
  return async (_, init) => {
    sent.push(init.body);
    const bytes = new TextEncoder().encode(JSON.stringify(reply(JSON.parse(init.body))));
    let done = false;
    const read = async () => {
      if (done) return { done: true };
      done = true;
      return { done: false, value: bytes };
    };
    return {
      ok: status < 400,
      status,
      body: { getReader: () => ({ read, cancel: async () => undefined }) },
    };
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ method: `m${index}`, params: [] }));
const echo = (body: Wire | Wire[]): unknown =>
  Array.isArray(body)
    ? body.map(({ id, method }) => ({ id, result: method })).reverse()
    : { id: body.id, result: body.method };
const never = new AbortController().signal;

describe('httpRpc', () => {
  it('puts answers back into the order of the calls', async () => {
    const rpc = httpRpc('https://rpc.example', fetchOf(echo));
    const outcomes = await rpc.batch(many(3), never);
    expect(outcomes).toEqual(['m0', 'm1', 'm2'].map((result) => ({ ok: true, result })));
  });

  it('sends one POST up to 50 calls, several at once above', async () => {
    const sent: string[] = [];
    const rpc = httpRpc('https://rpc.example', fetchOf(echo, sent));
    expect(await rpc.batch(many(50), never)).toHaveLength(50);
    expect(sent).toHaveLength(1);
    const outcomes = await rpc.batch(many(120), never);
    expect(sent).toHaveLength(4);
    expect(outcomes[119]).toEqual({ ok: true, result: 'm119' });
  });

  it('sends nothing for nothing', async () => {
    const sent: string[] = [];
    expect(await httpRpc('https://rpc.example', fetchOf(echo, sent)).batch([], never)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('keeps a refused call apart from its neighbours, with its code', async () => {
    const rpc = httpRpc(
      'https://rpc.example',
      fetchOf((body) =>
        [body]
          .flat()
          .map(({ id }, index) =>
            index === 0 ? { id, error: { code: -32601, message: 'no'.repeat(500) } } : { id, result: 1 },
          ),
      ),
    );
    const [refused, fine] = await rpc.batch(many(2), never);
    expect(fine).toEqual({ ok: true, result: 1 });
    expect(refused?.ok === false && refused.error.code).toBe(-32601);
    expect(refused?.ok === false && refused.error.message.length).toBe(200);
  });

  it('goes over to single calls where batches are refused, and remembers', async () => {
    const sent: string[] = [];
    const reply = (body: Wire | Wire[]) =>
      Array.isArray(body) ? { id: null, error: { code: -32600, message: 'batch too large' } } : echo(body);
    const rpc = httpRpc('https://rpc.example', fetchOf(reply, sent));
    expect(await rpc.batch(many(2), never)).toHaveLength(2);
    expect(sent).toHaveLength(3);
    await rpc.batch(many(2), never);
    expect(sent).toHaveLength(5);
  });

  it('rejects a single refused call', async () => {
    const rpc = httpRpc(
      'https://rpc.example',
      fetchOf((body) => ({ id: [body].flat()[0]?.id, error: { message: 'no' } })),
    );
    await expect(rpc.request('x', [], never)).rejects.toBeInstanceOf(RpcError);
  });

  it('reads a JSON-RPC error that came with HTTP 429', async () => {
    const rpc = httpRpc(
      'https://rpc.example',
      fetchOf((body) => ({ id: [body].flat()[0]?.id, error: { code: -32005, message: 'slow down' } }), [], 429),
    );
    await expect(rpc.request('x', [], never)).rejects.toMatchObject({ code: -32005, message: 'slow down' });
  });

  it('says which deadline ended it', async () => {
    const controller = new AbortController();
    const hanging: FetchLike = () =>
      new Promise((_, reject) => {
        controller.signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const waiting = httpRpc('https://rpc.example', hanging).request('x', [], controller.signal);
    controller.abort(new DeadlineError('chain took longer than 3500 ms'));
    await expect(waiting).rejects.toThrow(/3500 ms/u);
  });

  it('carries no cookies, no referrer, no redirect', async () => {
    const seen: unknown[] = [];
    const inner = fetchOf(echo);
    const rpc = httpRpc('https://rpc.example', (url, init) => {
      seen.push({ ...init, body: '', signal: null });
      return inner(url, init);
    });
    await rpc.request('x', [], never);
    expect(seen).toEqual([
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: '',
        signal: null,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
    ]);
  });
});
