import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DeadlineError, RpcError } from '../../src/errors.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { look, simulatorOn } from './look.ts';
import { messageQuery, transactionQuery } from './requests.ts';

let chain: Chain;
const servers: Server[] = [];
beforeAll(async () => {
  chain = await startChain();
}, 60_000);
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => chain?.stop());

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo | { port: number } = addressOf(server);
  return `http://127.0.0.1:${port}`;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server is not listening.');
  return address;
}

interface Wire {
  readonly id: number;
  readonly method: string;
  readonly params?: readonly unknown[];
  result?: unknown;
  error?: unknown;
}

/** In front of the real chain: `change` may alter, replace or drop what comes back. */
async function between(change: (call: Wire, answer: Wire) => Wire | null): Promise<string> {
  return serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const parsed: Wire | Wire[] = JSON.parse(body);
    const calls = Array.isArray(parsed) ? parsed : [parsed];
    const upstream = await fetch(chain.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(calls),
    });
    const answers: Wire[] = JSON.parse(await upstream.text());
    const changed = calls.flatMap((call) => {
      const answer = answers.find(({ id }) => id === call.id);
      const next = answer === undefined ? null : change(call, answer);
      return next === null ? [] : [next];
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(Array.isArray(parsed) ? changed : changed[0]));
  });
}

const claim = () =>
  transactionQuery(
    { chainId: chain.chainId, from: chain.accounts.user.address },
    { to: chain.contracts.drainer, data: chain.encode('drainer', 'claim'), value: 10n ** 18n },
  );

describe('an RPC that fails (checks.md F2)', () => {
  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, RegExp]>([
    ['HTML', (_, response) => response.end('<!doctype html><title>Hello</title>'), /web page/u],
    ['half a JSON', (_, response) => response.end('[{"jsonrpc":"2.0","id":1,"resu'), /not JSON/u],
    ['an empty body', (_, response) => response.end(), /not JSON/u],
    ['HTTP 502', (_, response) => response.writeHead(502).end('bad gateway'), /HTTP 502/u],
    ['HTTP 200 with a bare string', (_, response) => response.end('"hello"'), /no batch/u],
    [
      'answers to calls never made',
      (_, response) => response.end('[{"jsonrpc":"2.0","id":999,"result":1}]'),
      /not made/u,
    ],
    ['the same answer twice', (_, response) => response.end('[{"id":1,"result":1},{"id":1,"result":1}]'), /not made/u],
    ['a redirect', (_, response) => response.writeHead(307, { location: `${chain.rpcUrl}/` }).end(), /reached/u],
    ['a closed connection', (request) => request.destroy(), /reached/u],
    ['9 MB', (_, response) => response.end(`"${'x'.repeat(9 * 1024 * 1024)}"`), /8 MB/u],
  ])('%s is an RpcError', async (_, answer, words) => {
    const simulator = simulatorOn(await serve(answer));
    const error = await look(simulator, claim()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RpcError);
    expect(String(error)).toMatch(words);
  });

  it('refused: nothing listens there', async () => {
    await expect(look(simulatorOn('http://127.0.0.1:9'), claim())).rejects.toBeInstanceOf(RpcError);
  });

  it('hanging ends with the deadline', async () => {
    const simulator = simulatorOn(await serve(() => undefined));
    const begun = performance.now();
    await expect(look(simulator, claim(), 200)).rejects.toBeInstanceOf(DeadlineError);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('hanging in the middle of the body ends with the deadline', async () => {
    const simulator = simulatorOn(await serve((_, response) => response.write('[{"jsonrpc"')));
    await expect(look(simulator, claim(), 200)).rejects.toBeInstanceOf(DeadlineError);
  });

  it('hanging on the simulation alone ends with the deadline', async () => {
    let posts = 0;
    const simulator = simulatorOn(
      await serve(async (request, response) => {
        posts += 1;
        if (posts > 1) return;
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const upstream = await fetch(chain.rpcUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.concat(chunks),
        });
        response.end(await upstream.text());
      }),
    );
    await expect(look(simulator, claim(), 400)).rejects.toBeInstanceOf(DeadlineError);
  });

  it('serving another chain', async () => {
    const url = await between((call, answer) =>
      call.method === 'eth_chainId' ? { ...answer, result: '0x1' } : answer,
    );
    await expect(look(simulatorOn(url), claim())).rejects.toThrow(/another chain/u);
  });

  it('leaving the simulation unanswered costs the run, and the view says why', async () => {
    const url = await between((call, answer) => (call.method === 'eth_simulateV1' ? null : answer));
    const view = await look(simulatorOn(url), claim());
    expect(view).toMatchObject({ run: null, runFailure: 'refused' });
  });

  it('ignoring state overrides costs the run, never shows "no change"', async () => {
    const url = await between((call, answer) => {
      if (call.method !== 'eth_simulateV1') return answer;
      return JSON.parse(JSON.stringify(answer).replaceAll(/"returnData":"0x[0-9a-f]{200,}"/gu, '"returnData":"0x"'));
    });
    const view = await look(simulatorOn(url), claim());
    expect(view).toMatchObject({ run: null, runFailure: 'refused' });
  });
});

/** Neither of the engines that need a method of their own, nor overrides in `eth_call`. */
function isMore({ method, params = [] }: Wire): boolean {
  return method === 'eth_simulateV1' || method === 'debug_traceCall' || (method === 'eth_call' && params.length > 2);
}

describe('an RPC without any way to simulate', () => {
  it.each([-32601, -32004, -32603])('code %i: eth_call only, remembered', async (code) => {
    let asked = 0;
    const url = await between((call, answer) => {
      if (!isMore(call)) return answer;
      asked += call.method === 'eth_call' ? 0 : 1;
      return { id: call.id, method: call.method, error: { code, message: 'the method handler crashed' } };
    });
    const simulator = simulatorOn(url);
    const first = await look(simulator, claim());
    expect(first).toMatchObject({ run: null, runFailure: 'no-simulation-method', engine: 'eth_call' });
    expect(first.notes).toEqual(['eth_call-only']);
    const before = asked;
    const second = await look(simulator, claim());
    expect(second).toMatchObject({ run: null, runFailure: 'no-simulation-method' });
    expect(asked).toBe(before);
  });

  it('still says when the call would revert', async () => {
    const url = await between((call, answer) =>
      isMore(call) ? { ...call, error: { code: -32601, message: 'Method not found' } } : answer,
    );
    const query = transactionQuery(
      { chainId: chain.chainId, from: chain.accounts.user.address },
      {
        to: chain.contracts.token,
        data: chain.encode('token', 'transferFrom', [chain.accounts.friend.address, chain.accounts.user.address, 1n]),
      },
    );
    expect((await look(simulatorOn(url), query)).notes).toEqual(['eth_call-only', 'would-revert']);
  });
});

describe('an RPC that takes no batches', () => {
  it('is asked one by one', async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      if (body.startsWith('[')) {
        response.writeHead(400).end('{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}}');
        return;
      }
      const upstream = await fetch(chain.rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      response.end(await upstream.text());
    });
    const view = await look(simulatorOn(url), claim());
    expect(view.run?.status).toBe('success');
  });
});

describe('an RPC that lies', () => {
  const LIES: readonly unknown[] = [
    null,
    0,
    -1,
    1e300,
    '',
    'x',
    '0x',
    '0xzz',
    '-0x1',
    `0x${'f'.repeat(64)}`,
    `0x${'f'.repeat(65)}`,
    `0x${'f'.repeat(1001)}`,
    [],
    [[]],
    {},
    { length: -1 },
    true,
  ];

  /** Small, seeded, repeatable (mulberry32). */
  function seeded(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  function corrupt(value: unknown, random: () => number): unknown {
    if (random() < 0.1) return LIES[Math.floor(random() * LIES.length)];
    if (Array.isArray(value)) return value.map((each) => corrupt(each, random));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, each]) => (random() < 0.05 ? [] : [[key, corrupt(each, random)]])),
      );
    }
    return value;
  }

  it('is met with RpcError or a view, never another error (300 lies)', async () => {
    let random = seeded(1);
    const url = await between((_, answer) => {
      const changed = corrupt(answer.result, random);
      return random() < 0.7 ? answer : { ...answer, result: changed };
    });
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      random = seeded(seed);
      const query =
        seed % 3 === 0 ? messageQuery({ chainId: chain.chainId, from: chain.accounts.user.address }) : claim();
      const outcome = await look(simulatorOn(url), query).then(
        () => 'view',
        (error: unknown) => (error instanceof Error ? error.name : 'not an error'),
      );
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['RpcError', 'view']);
  }, 60_000);
});
