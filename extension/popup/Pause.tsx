import { clockText } from '../ui/dates.ts';
import { useDo } from '../ui/queries.ts';
import { t } from '../ui/words.ts';

/** The one off-switch: this site, one hour. While it is on, its end is in view. */
export function Pause({ host, until }: { readonly host: string; readonly until: number | null }) {
  const pause = useDo();
  const on = until !== null;
  const outcome = pause.data;
  return (
    <section className="pause" aria-label={t('popup.pause')}>
      {on && (
        <p>
          <strong>{t('popup.paused', { time: clockText(until) })}</strong>
        </p>
      )}
      <button
        type="button"
        className={on ? 'primary-button' : 'plain-button'}
        aria-disabled={pause.isPending}
        onClick={() => {
          if (!pause.isPending) pause.mutate({ type: 'popup/pause', host, on: !on });
        }}
      >
        {t(on ? 'popup.resume' : 'popup.pause')}
      </button>
      <p className="soft">{t('popup.pause.text')}</p>
      <p role="alert">
        {pause.isError && t('popup.failed')}
        {outcome?.ok === false && outcome.refused}
      </p>
    </section>
  );
}
