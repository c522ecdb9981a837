import { CountersignError, DeadlineError, RpcError } from '../errors.ts';
import type { Rpc, RpcCall, RpcOutcome } from './rpc.ts';

/** Asks one question; the answer comes when the whole trip has gone out and come back. */
export type Ask = (call: RpcCall) => Promise<RpcOutcome>;

/** One round trip being packed. Everything asked before `send` travels in the same batch. */
export interface Trip {
  readonly ask: Ask;
  /**
   * Lets code that asks later in its own time (viem's actions are asynchronous) ride along: the trip waits until the
   * task has asked once or ended.
   */
  join<T>(task: (ask: Ask) => Promise<T>): Promise<T>;
  /** Closes the trip. Rejects when the endpoint as a whole failed; single refusals are outcomes. */
  send(): Promise<void>;
}

export function openTrip(rpc: Rpc, signal: AbortSignal): Trip {
  const calls: RpcCall[] = [];
  const answers: ((outcome: RpcOutcome) => void)[] = [];
  let waiting = 0;
  let leave: (() => void) | null = null;

  const leaveIfReady = (): void => {
    if (waiting === 0) leave?.();
  };
  const ask: Ask = (call) =>
    new Promise((resolve) => {
      calls.push(call);
      answers.push(resolve);
    });

  return {
    ask,
    join(task) {
      waiting += 1;
      let counted = true;
      const uncount = (): void => {
        if (!counted) return;
        counted = false;
        waiting -= 1;
        leaveIfReady();
      };
      const asking: Ask = (call) => {
        const answer = ask(call);
        uncount();
        return answer;
      };
      return task(asking).finally(uncount);
    },
    async send() {
      try {
        await new Promise<void>((resolve, reject) => {
          leave = resolve;
          // A task that never asks must not outlive the deadline.
          signal.addEventListener('abort', () => reject(deadlineIn(signal)), { once: true });
          leaveIfReady();
        });
        leave = null;
        const outcomes = await rpc.batch(calls, signal);
        answers.forEach((answer, index) => {
          answer(outcomes[index] ?? { ok: false, error: new RpcError('The RPC left a call unanswered.') });
        });
      } catch (error) {
        const failure = new RpcError('The round trip failed.', { cause: error });
        for (const answer of answers) answer({ ok: false, error: failure });
        throw error;
      }
    },
  };
}

function deadlineIn(signal: AbortSignal): Error {
  return signal.reason instanceof CountersignError
    ? signal.reason
    : new DeadlineError('The RPC was not asked in time.');
}
