import { useEffect, useState } from 'react';
import type { ReviewView } from '../protocol/views.ts';
import { useQueue } from '../ui/queries.ts';
import { speak } from '../ui/speak.ts';
import { t } from '../ui/words.ts';
import { Message } from './Message.tsx';
import { Request } from './Request.tsx';

/** The review window: the oldest undecided request open, the others in sections by site below it. */
export function Review() {
  const queue = useQueue();
  const [picked, pick] = useState<string | null>(null);
  const items = queue.data?.items ?? [];
  const open = openItem(items, picked);
  const language = open?.explanation?.language;

  useEffect(() => {
    if (language !== undefined) speak(language);
  }, [language]);

  useEffect(() => {
    document.title = open?.explanation?.headline ?? t('app.name');
  }, [open]);

  if (queue.isPending) return <Message title={t('review.loading')} />;
  if (queue.data === undefined) {
    return (
      <Message title={t('review.lost')} text={t('review.lost.text')} tone="unknown">
        <button type="button" className="primary-button" onClick={() => void queue.refetch()}>
          {t('review.lost.retry')}
        </button>
      </Message>
    );
  }
  if (open === undefined) {
    return (
      <Message title={t('review.empty')} text={t('review.empty.text')}>
        <button type="button" className="primary-button" onClick={() => window.close()}>
          {t('review.close')}
        </button>
      </Message>
    );
  }
  // The key gives each request a fresh wait, challenge and focus: nothing carries over from the one before.
  return <Request key={open.id} view={open} items={items} open={pick} />;
}

/** The picked item while it waits, else the oldest that does, else the oldest of all. */
function openItem(items: readonly ReviewView[], picked: string | null): ReviewView | undefined {
  const waiting = items.filter((item) => item.state !== 'decided');
  return waiting.find((item) => item.id === picked) ?? waiting[0] ?? items[0];
}
