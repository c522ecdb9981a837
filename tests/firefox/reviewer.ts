import type { ReviewView } from '../../extension/protocol/views.ts';
import { COUNTERSIGN_PAGES, type FirefoxSession } from './session.ts';
import type { Tab } from './tab.ts';

/** The person at the review window, by its own messages: many requests wait at once, and each is found by its text. */
export interface Reviewer {
  /** For the one waiting request that shows this text; rejects when there is none in time. */
  decide(text: string, choice: 'continue' | 'reject'): Promise<void>;
  /** What the window shows of every waiting request, in full. */
  shown(): Promise<string[]>;
}

const WAIT_MS = 12_000;
const POLL_MS = 100;

export async function openReviewer({ firefox }: FirefoxSession): Promise<Reviewer> {
  const page: Tab = await firefox.open(`${COUNTERSIGN_PAGES}/popup/index.html`);
  const send = <Answer>(message: object): Promise<Answer> =>
    page.run<Answer>('return browser.runtime.sendMessage(args[0])', message);
  const queue = async () => (await send<{ items: readonly ReviewView[] }>({ type: 'review/queue' })).items;
  return {
    shown: async () => (await queue()).map(({ technicalText }) => technicalText.toLowerCase()),
    async decide(text, choice) {
      for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
        const item = (await queue()).find(({ technicalText }) => technicalText.toLowerCase().includes(text));
        if (item?.state === 'ready') {
          const picked = item.explanation?.challenge?.answer ?? null;
          const done = await send<{ ok: boolean }>({ type: 'review/decide', id: item.id, choice, picked });
          if (done.ok) return;
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      throw new Error(`No waiting request shows ${text}`);
    },
  };
}
