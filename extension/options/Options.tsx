import { useEffect, useState } from 'react';
import { useSettings } from '../ui/queries.ts';
import { speak } from '../ui/speak.ts';
import { t } from '../ui/words.ts';
import { FirstRun } from './FirstRun.tsx';
import { Settings } from './Settings.tsx';

const FIRST_RUN = '#first-run';

/** The settings, or with `#first-run` the one choice before anything is sent. */
export function Options() {
  const settings = useSettings();
  const first = useHash() === FIRST_RUN;
  const language = settings.data?.language;

  useEffect(() => {
    if (language !== undefined && language !== '') speak(language);
    document.title = t(first ? 'first.title' : 'options.title');
  }, [language, first]);

  return (
    <main className="options">
      {settings.isPending && <h1>{t('options.loading')}</h1>}
      {settings.isError && settings.data === undefined && <h1>{t('options.lost')}</h1>}
      {settings.data !== undefined &&
        (first ? <FirstRun settings={settings.data} /> : <Settings settings={settings.data} />)}
    </main>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return hash;
}
