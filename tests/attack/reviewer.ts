import type { Session } from '../setup/session.ts';

/** The person at the review window, by its own messages: many requests wait at once, and each is found by its text. */
export interface Reviewer {
  /**
   * For the one waiting request that shows this text; rejects when there is none in time. Given an account, Continue is
   * said only where the window names that one as the signer, and Reject where it names another.
   */
  decide(text: string, choice: 'continue' | 'reject', onlyFor?: string): Promise<void>;
  /** What the window shows of every waiting request, in full. */
  shown(): Promise<string[]>;
  /** A message of one of Countersign's own pages. */
  send(message: object): Promise<unknown>;
}

interface Item {
  readonly id: string;
  readonly state: string;
  readonly account: string | null;
  readonly technicalText: string;
  readonly explanation: { readonly challenge: { readonly answer: number } | null } | null;
}

const WAIT_MS = 12_000;

export async function openReviewer(session: Session): Promise<Reviewer> {
  const page = await session.context.newPage();
  await page.goto(session.pageUrl('popup'));
  const send = (message: object): Promise<unknown> =>
    page.evaluate(
      (asked) =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }).chrome.runtime //
          .sendMessage(asked),
      message,
    );
  const queue = async (): Promise<readonly Item[]> =>
    ((await send({ type: 'review/queue' })) as { items: Item[] }).items;
  return {
    send,
    shown: async () => (await queue()).map((item) => item.technicalText.toLowerCase()),
    async decide(text, wanted, onlyFor) {
      for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
        const item = (await queue()).find(({ technicalText }) => technicalText.toLowerCase().includes(text));
        if (item?.state === 'ready') {
          const fooled = onlyFor === undefined || item.account?.toLowerCase() === onlyFor.toLowerCase();
          const choice = fooled ? wanted : 'reject';
          const picked = item.explanation?.challenge?.answer ?? null;
          const done = (await send({ type: 'review/decide', id: item.id, choice, picked })) as { ok: boolean };
          if (done.ok) return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No waiting request shows ${text}`);
    },
  };
}
