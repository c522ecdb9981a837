import { CountersignError, DeadlineError, RpcError } from '../errors.ts';
import { type FetchLike, readJson } from './readJson.ts';

export type { FetchLike } from './readJson.ts';

/** One JSON-RPC call. */
export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What one call of a batch came to. A refused call does not spoil its neighbours. */
export type RpcOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: RpcError };

/** The user's own RPC endpoint. Answers are untrusted: every reader checks their shape. */
export interface Rpc {
  readonly url: string;
  /** @throws RpcError when the endpoint fails or refuses; DeadlineError when the signal fires. */
  request(method: string, params: readonly unknown[], signal: AbortSignal): Promise<unknown>;
  /**
   * All calls in one round trip, outcomes in the order of the calls.
   * @throws RpcError when the endpoint as a whole fails; DeadlineError when the signal fires.
   */
  batch(calls: readonly RpcCall[], signal: AbortSignal): Promise<readonly RpcOutcome[]>;
}

/** Calls in one POST. Public endpoints refuse batches of 100 or more; larger ones go out as parallel POSTs. */
const MAX_BATCH = 50;

/** Characters kept of an error message the endpoint chose. */
const MAX_MESSAGE = 200;

/**
 * JSON-RPC 2.0 over HTTP POST. `fetchLike` is the caller's fetch: redirects are refused, nothing is cached, and no
 * cookie or referrer goes along.
 *
 * @example const rpc = httpRpc('http://127.0.0.1:8545', fetch)
 */
export function httpRpc(url: string, fetchLike: FetchLike): Rpc {
  let nextId = 1;
  /** Some endpoints answer a batch with one error object. Remembered: they get single calls from then on. */
  let refusesBatches = false;

  const post = (body: unknown, signal: AbortSignal): Promise<unknown> => readJson(fetchLike, url, body, signal);

  const single = async (call: RpcCall, signal: AbortSignal): Promise<RpcOutcome> => {
    const id = nextId++;
    const answer = await post(toWire(call, id), signal);
    if (!isRecord(answer)) throw new RpcError('The RPC answered a single call with something that is no object.');
    return outcomeOf(answer, id);
  };

  const group = async (calls: readonly RpcCall[], signal: AbortSignal): Promise<readonly RpcOutcome[]> => {
    const [only] = calls;
    if (only === undefined) return [];
    if (calls.length === 1) return [await single(only, signal)];
    if (!refusesBatches) {
      const first = nextId;
      nextId += calls.length;
      const answer = await post(
        calls.map((call, index) => toWire(call, first + index)),
        signal,
      );
      if (Array.isArray(answer)) return inOrder(answer, first, calls.length);
      if (!isRecord(answer) || !isRecord(answer.error)) {
        throw new RpcError('The RPC answered a batch with something that is no batch.');
      }
      refusesBatches = true;
    }
    return Promise.all(calls.map((call) => single(call, signal)));
  };

  const batch: Rpc['batch'] = async (calls, signal) => {
    try {
      const groups: Promise<readonly RpcOutcome[]>[] = [];
      for (let at = 0; at < calls.length; at += MAX_BATCH) groups.push(group(calls.slice(at, at + MAX_BATCH), signal));
      return (await Promise.all(groups)).flat();
    } catch (error) {
      throw asRpcError(error, signal);
    }
  };

  return {
    url,
    batch,
    async request(method, params, signal) {
      const [outcome] = await batch([{ method, params }], signal);
      if (outcome === undefined) throw new RpcError('The RPC gave no answer.');
      if (!outcome.ok) throw outcome.error;
      return outcome.result;
    },
  };
}

function toWire(call: RpcCall, id: number): unknown {
  return { jsonrpc: '2.0', id, method: call.method, params: call.params };
}

/** The spec lets a batch's answers come in any order; an id that was never asked is a lie. */
function inOrder(answers: readonly unknown[], first: number, count: number): RpcOutcome[] {
  const outcomes = new Map<number, RpcOutcome>();
  for (const answer of answers) {
    const id = isRecord(answer) ? answer.id : undefined;
    if (!isRecord(answer) || typeof id !== 'number' || id < first || id >= first + count || outcomes.has(id)) {
      throw new RpcError('The RPC answered a call that was not made; check that the address is a JSON-RPC endpoint.');
    }
    outcomes.set(id, outcomeOf(answer, id));
  }
  return Array.from(
    { length: count },
    (_, index) => outcomes.get(first + index) ?? { ok: false, error: new RpcError('The RPC left a call unanswered.') },
  );
}

function outcomeOf(answer: Readonly<Record<string, unknown>>, id: number): RpcOutcome {
  const error = answer.error;
  if (isRecord(error)) {
    const { code, message } = error;
    const said = typeof message === 'string' ? message.slice(0, MAX_MESSAGE) : 'no message';
    return {
      ok: false,
      error: new RpcError(said, typeof code === 'number' && Number.isSafeInteger(code) ? { code } : {}),
    };
  }
  if (answer.id !== id) throw new RpcError('The RPC answered under another id.');
  if (!('result' in answer)) throw new RpcError('The RPC answered with neither a result nor an error.');
  return { ok: true, result: answer.result };
}

function asRpcError(error: unknown, signal: AbortSignal): CountersignError {
  if (signal.aborted) {
    return signal.reason instanceof CountersignError
      ? signal.reason
      : new DeadlineError('The RPC did not answer in time.', { cause: error });
  }
  if (error instanceof CountersignError) return error;
  return new RpcError('The RPC could not be reached; check its address and that it is running.', { cause: error });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
