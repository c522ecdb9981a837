import { RpcError } from '../errors.ts';

/** The part of `fetch` used here, so that neither the DOM's nor Node's types are needed. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchResponse>;

interface FetchInit {
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly referrerPolicy: 'no-referrer';
}

interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly body: ByteStream | null;
}

interface ByteStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/** Answers above this are cut off: 64 contracts' code and a long simulation stay well below. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** @throws RpcError for a bad status, an oversized or undecodable body; the fetch's own errors pass through. */
export async function readJson(fetchLike: FetchLike, url: string, body: unknown, signal: AbortSignal) {
  const response = await fetchLike(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal,
    // A redirect would carry the request to a host the user did not choose.
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  const text = await readText(response);
  const parsed = parse(text);
  // Several endpoints send JSON-RPC errors with HTTP 4xx: a well-formed one says more than the status.
  if (!response.ok && !hasRpcError(parsed)) throw new RpcError(`The RPC answered HTTP ${response.status}.`);
  if (parsed === undefined) {
    throw new RpcError(
      /^\s*</u.test(text)
        ? 'The RPC answered a web page; check that the address is a JSON-RPC endpoint.'
        : 'The RPC answered something that is not JSON, or only part of it.',
    );
  }
  return parsed;
}

async function readText(response: FetchResponse): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value === undefined) continue;
    size += value.length;
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw new RpcError('The RPC answered more than 8 MB.');
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return new TextDecoder().decode(bytes);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by the caller, who knows the status.
    return undefined;
  }
}

function hasRpcError(parsed: unknown): boolean {
  if (Array.isArray(parsed)) return parsed.length > 0 && parsed.every(hasRpcError);
  return typeof parsed === 'object' && parsed !== null && 'error' in parsed && typeof parsed.error === 'object';
}
