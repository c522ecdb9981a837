import { serve } from '../setup/serve.ts';

/** An RPC in front of the local chain that counts what it is asked and can fail in several ways. */
export interface RpcProxy {
  readonly rpcUrl: string;
  /** JSON-RPC methods asked so far, in order. */
  readonly asked: readonly string[];
  behave(mode: Mode): void;
  close(): Promise<void>;
}

/** `hang` never answers; `html` is what a broken gateway says; `refuse` closes the connection. */
export type Mode = 'forward' | 'hang' | 'html' | 'refuse';

export async function startRpcProxy(target: string): Promise<RpcProxy> {
  const asked: string[] = [];
  let mode: Mode = 'forward';
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
    const calls = [JSON.parse(body)].flat() as { method: string }[];
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
    const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    response.setHeader('content-type', 'application/json');
    response.end(await answer.text());
  });
  return {
    rpcUrl: `http://127.0.0.1:${server.port}`,
    asked,
    behave: (wanted) => {
      mode = wanted;
    },
    close: server.close,
  };
}
