import type { SettingsView } from '../protocol/views.ts';
import { t } from '../ui/words.ts';
import { Chains } from './Chains.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useDraft } from './useDraft.ts';

/** One screen: which RPC per chain, and the plain sentence on what it sees. */
export function FirstRun({ settings }: { readonly settings: SettingsView }) {
  const hold = useDraft(settings);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        hold.save();
      }}
    >
      <h1>{t('first.title')}</h1>
      <p className="lead">{t('first.lead')}</p>
      <section className="notice" aria-labelledby="privacy">
        <h2 id="privacy">{t('first.privacy.title')}</h2>
        <p>{t('first.privacy')}</p>
        <p>{t('first.without')}</p>
      </section>
      <section className="card" aria-label={t('rpc.title')}>
        <Chains draft={hold.draft} change={hold.change} tried={hold.tried} saved={hold.saved} seconds="if-set" />
      </section>
      <SaveBar hold={hold} label={t('first.save')} />
      {hold.saved !== null && (
        <section className="notice" data-level="routine" aria-live="polite">
          <h2>{t('first.done')}</h2>
          <p>{t('first.done.text')}</p>
          <p>
            <a href="#settings">{t('first.toSettings')}</a>
          </p>
        </section>
      )}
    </form>
  );
}
