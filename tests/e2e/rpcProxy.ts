import { serve } from '../setup/serve.ts';

/** An RPC in front of the local chain that counts what it is asked, and can fail, refuse and lie in several ways. */
export interface RpcProxy {
  readonly rpcUrl: string;
  /** JSON-RPC methods asked so far, in order. */
  readonly asked: readonly string[];
  behave(mode: Mode): void;
  /** From now on it does not know these methods. */
  refuse(...methods: readonly string[]): void;
  /** From now on its answers are what `lie` makes of the true ones. */
  lie(lie: Lie): void;
  close(): Promise<void>;
}

/** `hang` never answers; `html` is what a broken gateway says; `refuse` closes the connection. */
export type Mode = 'forward' | 'hang' | 'html' | 'refuse';

export type Lie = (call: Call, result: unknown) => unknown;

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

export async function startRpcProxy(target: string): Promise<RpcProxy> {
  const asked: string[] = [];
  let mode: Mode = 'forward';
  let unknown: readonly string[] = [];
  let lie: Lie | null = null;

  async function answerTo(body: string): Promise<string> {
    const question = JSON.parse(body) as Call | Call[];
    if (unknown.length === 0 && lie === null) return await post(target, body);
    const calls = [question].flat();
    const known = calls.filter(({ method }) => !unknown.includes(method));
    const answers = known.length === 0 ? [] : (JSON.parse(await post(target, JSON.stringify(known))) as Answer[]);
    const all = calls.map((call): Answer & { jsonrpc: '2.0' } => {
      const { id, method } = call;
      const truth = answers.find((one) => one.id === id);
      if (truth === undefined) {
        return { jsonrpc: '2.0', id, error: { code: -32601, message: `the method ${method} does not exist` } };
      }
      if (lie === null || !('result' in truth)) return { ...truth, jsonrpc: '2.0' };
      return { jsonrpc: '2.0', id, result: lie(call, truth.result) };
    });
    return JSON.stringify(Array.isArray(question) ? all : all[0]);
  }

  const server = await serve(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const calls = [JSON.parse(body)].flat() as Call[];
    asked.push(...calls.map(({ method }) => method));
    if (mode === 'hang') return;
    if (mode === 'refuse') {
      request.socket.destroy();
      return;
    }
    if (mode === 'html') {
      response.statusCode = 502;
      response.setHeader('content-type', 'text/html');
      response.end('<html><body>Bad gateway</body></html>');
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(await answerTo(body));
  });
  return {
    rpcUrl: `http://127.0.0.1:${server.port}`,
    asked,
    behave: (wanted) => {
      mode = wanted;
    },
    refuse: (...methods) => {
      unknown = methods;
    },
    lie: (told) => {
      lie = told;
    },
    close: server.close,
  };
}

async function post(target: string, body: string): Promise<string> {
  const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.text();
}
