import { serve } from '../setup/serve.ts';

export interface SlowRpc {
  readonly url: string;
  /** POSTs that came since the last `reset`. */
  posts(): number;
  reset(): void;
  close(): Promise<void>;
}

/** An endpoint that answers as the local chain does, `delayMs` later: a provider on another continent. */
export async function startSlowRpc(target: string, delayMs: number): Promise<SlowRpc> {
  let posts = 0;
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    posts += 1;
    const [answer] = await Promise.all([
      fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.concat(chunks),
      }).then((upstream) => upstream.text()),
      new Promise((resolve) => setTimeout(resolve, delayMs)),
    ]);
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    posts: () => posts,
    reset: () => {
      posts = 0;
    },
    close: server.close,
  };
}
