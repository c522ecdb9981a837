import { describe, expect, it } from 'vitest';
import { DeadlineError } from './errors.ts';
import { withDeadline } from './withDeadline.ts';

const forever = (): Promise<never> => new Promise(() => {});

describe('withDeadline', () => {
  it('gives the work its answer and its failure unchanged', async () => {
    const { signal } = new AbortController();
    await expect(withDeadline('chain', 1000, signal, async () => 7)).resolves.toBe(7);
    const failure = new RangeError('no');
    await expect(withDeadline('chain', 1000, signal, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('does not wait for work that ignores its signal, and tells it to stop', async () => {
    let told = false;
    const late = withDeadline('chain', 5, new AbortController().signal, (signal) => {
      signal.addEventListener('abort', () => {
        told = true;
      });
      return forever();
    });
    await expect(late).rejects.toBeInstanceOf(DeadlineError);
    expect(told).toBe(true);
  });

  it('ends with the caller, before or during the work', async () => {
    const before = new AbortController();
    before.abort();
    await expect(withDeadline('chain', 1000, before.signal, async () => 7)).rejects.toBeInstanceOf(DeadlineError);
    const during = new AbortController();
    const waiting = withDeadline('chain', 1000, during.signal, forever);
    during.abort();
    await expect(waiting).rejects.toBeInstanceOf(DeadlineError);
  });

  it('turns a throw before the first promise into a rejection', async () => {
    const thrower = (): Promise<never> => {
      throw new TypeError('early');
    };
    await expect(withDeadline('chain', 1000, new AbortController().signal, thrower)).rejects.toBeInstanceOf(TypeError);
  });
});
