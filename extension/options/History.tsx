import { useDo } from '../ui/queries.ts';
import { t } from '../ui/words.ts';

/** What Countersign remembers on this computer, and the way to make it forget. */
export function History() {
  const clear = useDo();
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <p className="soft">{t('history.text')}</p>
      <div className="save-bar">
        <button
          type="button"
          className="quiet-button"
          aria-disabled={clear.isPending}
          onClick={() => clear.mutate({ type: 'history/clear' })}
        >
          {t('history.clear')}
        </button>
        <p role="status">{clear.isSuccess ? t('history.cleared') : clear.isError ? t('settings.failed') : ''}</p>
      </div>
    </section>
  );
}
