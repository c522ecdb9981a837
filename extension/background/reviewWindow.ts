import { browser } from './api.ts';

const PAGE = 'review/index.html';
const KEY = 'window';
const SIZE = { width: 460, height: 720 } as const;

export interface ReviewWindow {
  /** Opens the one window, or brings it forward. */
  show(): Promise<void>;
  /** Closes it, as nothing waits any more. */
  close(): Promise<void>;
  /** True when this window is ours and was closed by somebody else than us. */
  wasClosed(windowId: number): Promise<boolean>;
}

/** One window for every request; its id outlives the worker in session storage. */
export function createReviewWindow(): ReviewWindow {
  let line: Promise<unknown> = Promise.resolve();
  /** Opening and closing one after the other: two requests in one instant must not open two windows. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = line.then(work, work);
    line = next.catch(() => undefined);
    return next;
  };
  return {
    show: () => inTurn(show),
    close: () => inTurn(close),
    wasClosed: (windowId) =>
      inTurn(async () => {
        if ((await currentId()) !== windowId) return false;
        await browser.storage.session.remove(KEY);
        return true;
      }),
  };
}

async function show(): Promise<void> {
  const id = await currentId();
  if (id !== null) {
    try {
      await browser.windows.update(id, { focused: true, drawAttention: true });
      return;
    } catch {
      // It is gone, and the worker slept through it.
    }
  }
  const opened = await browser.windows.create({
    type: 'popup',
    url: browser.runtime.getURL(PAGE),
    ...SIZE,
    focused: true,
  });
  if (opened.id !== undefined) await browser.storage.session.set({ [KEY]: opened.id });
}

async function close(): Promise<void> {
  const id = await currentId();
  if (id === null) return;
  await browser.storage.session.remove(KEY);
  try {
    await browser.windows.remove(id);
  } catch {
    // Closed already.
  }
}

async function currentId(): Promise<number | null> {
  const id: unknown = (await browser.storage.session.get(KEY))[KEY];
  return typeof id === 'number' ? id : null;
}
