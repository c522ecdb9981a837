import type { SettingsView } from '../protocol/views.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { t } from '../ui/words.ts';

/** Which model is loaded, and the commitment that its weights can be checked against. */
export function Model({ model }: { readonly model: SettingsView['model'] }) {
  return (
    <section className="card" aria-labelledby="model">
      <h2 id="model">{t('model.title')}</h2>
      <p className="soft">{t(model === null ? 'model.none' : 'model.text')}</p>
      {model !== null && (
        <dl className="facts">
          <dt>{t('model.id')}</dt>
          <dd>{model.id}</dd>
          <dt>{t('model.commitment')}</dt>
          <dd>
            <code dir="ltr" translate="no">
              {model.commitment}
            </code>
            <CopyButton text={model.commitment} label={t('model.copy')} />
          </dd>
        </dl>
      )}
    </section>
  );
}
