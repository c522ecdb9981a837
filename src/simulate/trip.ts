import { RpcError } from '../errors.ts';
import type { Rpc, RpcCall, RpcOutcome } from './rpc.ts';

/** Asks one question; the answer comes when the whole trip has gone out and come back. */
export type Ask = (call: RpcCall) => Promise<RpcOutcome>;

/** One round trip being packed. Everything asked before `send` travels in the same batch. */
export interface Trip {
  readonly ask: Ask;
  /** A question the trip can do without: when the endpoint refuses the whole batch, it goes once more without these. */
  readonly askIfAble: Ask;
  /** Closes the trip. Rejects when the endpoint as a whole failed; single refusals are outcomes. */
  send(): Promise<void>;
}

interface Question {
  readonly call: RpcCall;
  readonly needed: boolean;
  readonly answer: (outcome: RpcOutcome) => void;
}

export function openTrip(rpc: Rpc, signal: AbortSignal): Trip {
  const questions: Question[] = [];
  const asking =
    (needed: boolean): Ask =>
    (call) =>
      new Promise((answer) => questions.push({ call, needed, answer }));
  const ask = asking(true);
  const askIfAble = asking(false);
  const deliver = async (batch: readonly Question[]): Promise<void> => {
    const outcomes = await rpc.batch(
      batch.map(({ call }) => call),
      signal,
    );
    batch.forEach(({ answer }, index) => {
      answer(outcomes[index] ?? { ok: false, error: new RpcError('The RPC left a call unanswered.') });
    });
  };
  const fail = (batch: readonly Question[], error: unknown): void => {
    const failure = new RpcError('The round trip failed.', { cause: error });
    for (const { answer } of batch) answer({ ok: false, error: failure });
  };

  return {
    ask,
    askIfAble,
    async send() {
      try {
        const needed = questions.filter((question) => question.needed);
        // What can be done without goes last, so that a split batch keeps the rest together.
        const spare = questions.filter((question) => !question.needed);
        try {
          await deliver([...needed, ...spare]);
        } catch (error) {
          if (spare.length === 0 || needed.length === 0 || !(error instanceof RpcError)) throw error;
          fail(spare, error);
          await deliver(needed);
        }
      } catch (error) {
        fail(questions, error);
        throw error;
      }
    },
  };
}
