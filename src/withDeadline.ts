import { DeadlineError } from './errors.ts';

/**
 * Runs `work` under its own deadline and the caller's signal, whichever ends first. The work is told by its signal and
 * no longer waited for: a port that ignores its signal cannot hold a verdict up.
 *
 * @throws DeadlineError when the time is up; whatever `work` rejects with otherwise.
 */
export function withDeadline<T>(
  what: string,
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: DeadlineError): void => {
      finish();
      controller.abort(error);
      reject(error);
    };
    const onOuterAbort = (): void => stop(new DeadlineError(`${what} was called off`, { cause: outer.reason }));
    const timer = setTimeout(
      () => stop(new DeadlineError(`${what} took longer than ${milliseconds} ms`)),
      milliseconds,
    );
    const finish = (): void => {
      clearTimeout(timer);
      outer.removeEventListener('abort', onOuterAbort);
    };
    if (outer.aborted) return onOuterAbort();
    outer.addEventListener('abort', onOuterAbort, { once: true });
    // A port may throw before it returns its promise; that is its failure, not ours.
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(
        (value) => {
          finish();
          resolve(value);
        },
        (error: unknown) => {
          finish();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
  });
}
