import type { SettingsView } from '../protocol/views.ts';
import { t } from '../ui/words.ts';
import { Chains } from './Chains.tsx';
import { History } from './History.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Lists } from './Lists.tsx';
import { Model } from './Model.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ShowChoice } from './ShowChoice.tsx';
import { useDraft } from './useDraft.ts';

export function Settings({ settings }: { readonly settings: SettingsView }) {
  const hold = useDraft(settings);
  const { draft, change } = hold;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        hold.save();
      }}
    >
      <h1>{t('options.title')}</h1>
      <section className="card" aria-labelledby="rpc">
        <h2 id="rpc">{t('rpc.title')}</h2>
        <p className="soft">{t('rpc.text')}</p>
        <Chains draft={draft} change={change} tried={hold.tried} saved={hold.saved} seconds="asked" />
      </section>
      <section className="card">
        <ShowChoice show={draft.show} change={(show) => change({ ...draft, show })} />
      </section>
      <section className="card" aria-labelledby="language">
        <h2 id="language">{t('language.title')}</h2>
        <LanguageChoice language={draft.language} change={(language) => change({ ...draft, language })} />
      </section>
      <SaveBar hold={hold} label={t('settings.save')} />
      <History />
      <Lists lists={settings.lists} />
      <Model model={settings.model} />
    </form>
  );
}
