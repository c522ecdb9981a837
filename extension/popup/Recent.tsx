import type { RecentView } from '../protocol/views.ts';
import { momentText } from '../ui/dates.ts';
import { LevelMark } from '../ui/levels.tsx';
import { t, type WordId } from '../ui/words.ts';

const CHOICES: Readonly<Record<RecentView['choice'], WordId>> = {
  continue: 'popup.choice.continue',
  reject: 'popup.choice.reject',
  expired: 'popup.choice.expired',
  quiet: 'popup.choice.quiet',
};

/** The last requests: what each would have done, and what became of it. */
export function Recent({ items }: { readonly items: readonly RecentView[] }) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t('popup.recent')}</h2>
      {items.length === 0 ? (
        <p className="soft">{t('popup.recent.none')}</p>
      ) : (
        <ul className="recent">
          {items.map((item) => (
            <li key={item.id} className="popup-row">
              <LevelMark level={item.level} />
              <div>
                <p>{item.headline}</p>
                <p className="soft">
                  <span>{t(CHOICES[item.choice])}</span>
                  <bdi dir="ltr">{item.host}</bdi>
                  <time dateTime={new Date(item.at).toISOString()}>{momentText(item.at, Date.now())}</time>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
