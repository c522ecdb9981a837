import { serve } from '../setup/serve.ts';

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface Port {
  readonly url: string;
  /** Every call that came, in order. */
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

/** In front of the real chain: `change` may alter each result; an `Error` becomes a JSON-RPC error. */
export async function createPort(upstream: string, change: (call: Call, result: unknown) => unknown): Promise<Port> {
  const calls: Call[] = [];
  const served = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const parsed: Call | Call[] = JSON.parse(body);
    const asked = Array.isArray(parsed) ? parsed : [parsed];
    calls.push(...asked);
    const reply = await fetch(upstream, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    const answers: { id: number; result?: unknown; error?: unknown }[] = JSON.parse(await reply.text());
    const changed = asked.map((call) => {
      const answer = answers.find(({ id }) => id === call.id);
      const result = change(call, answer?.result);
      if (result instanceof Error) return { id: call.id, error: { code: -32_000, message: result.message } };
      return answer?.error === undefined || result !== answer.result ? { id: call.id, result } : answer;
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(Array.isArray(parsed) ? changed : changed[0]));
  });
  return { url: served.origin, calls, close: served.close };
}
