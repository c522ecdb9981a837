import type { ReviewView } from '../protocol/views.ts';
import { LevelMark } from '../ui/levels.tsx';
import { Origin } from '../ui/Origin.tsx';
import { useDo } from '../ui/queries.ts';
import { plural, t } from '../ui/words.ts';
import { bySite } from './bySite.ts';

export const WAITING_ID = 'waiting';

/** Everything that waits, in one section per site, oldest first. */
export function Waiting(props: {
  readonly items: readonly ReviewView[];
  readonly openId: string;
  readonly open: (id: string) => void;
}) {
  return (
    <section className="waiting" id={WAITING_ID} aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('review.waiting')}</h2>
      {bySite(props.items).map((site) => (
        <Site key={site.key} items={site.items} openId={props.openId} open={props.open} />
      ))}
    </section>
  );
}

function Site(props: {
  readonly items: readonly ReviewView[];
  readonly openId: string;
  readonly open: (id: string) => void;
}) {
  const { items } = props;
  const decide = useDo();
  const [first] = items;
  if (first === undefined) return null;
  const rejectAll = () => {
    for (const { id } of items) decide.mutate({ type: 'review/decide', id, choice: 'reject', picked: null });
  };
  return (
    <section className="waiting-site" aria-label={first.origin ?? t('review.site.none')}>
      <h3>
        <Origin view={first} />
        <span className="waiting-count">
          {plural('review.waiting.site.one', 'review.waiting.site.other', items.length)}
        </span>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="waiting-item"
              aria-current={item.id === props.openId}
              disabled={item.id === props.openId || item.state === 'decided'}
              onClick={() => props.open(item.id)}
            >
              {item.explanation === null ? <LevelMark level="unknown" /> : <LevelMark level={item.level} />}
              <span>{item.explanation?.headline ?? t('review.waiting.checking')}</span>
              {item.id === props.openId && <em>{t('review.waiting.shown')}</em>}
            </button>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <button type="button" className="plain-button" onClick={rejectAll}>
          {t('review.rejectAll', { count: items.length })}
        </button>
      )}
    </section>
  );
}
