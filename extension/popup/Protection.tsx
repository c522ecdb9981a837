import browser from 'webextension-polyfill';
import type { StatusView, Unprotected } from '../protocol/views.ts';
import { plural, t, type WordId } from '../ui/words.ts';
import { GAPS, type Reach, shownStates, worstReach } from './unprotected.ts';

const TITLES: Readonly<Record<Reach | 'full', WordId>> = {
  all: 'popup.off',
  part: 'popup.partly',
  none: 'popup.nothing',
  full: 'popup.on',
};

/** Whether requests here are reviewed, and each gap by name with what to do about it. */
export function Protection({ view, tabId }: { readonly view: StatusView; readonly tabId: number }) {
  const states = shownStates(view.unprotected);
  const reach = worstReach(states);
  return (
    <section className="protection" data-reach={reach} aria-labelledby="protection">
      <h2 id="protection">{t(TITLES[reach])}</h2>
      {reach === 'full' && <p>{t('popup.on.text')}</p>}
      {view.waiting > 0 && (
        <p>
          <strong>{plural('popup.waiting.one', 'popup.waiting.other', view.waiting)}</strong>
        </p>
      )}
      {states.length > 0 && (
        <ul>
          {states.map((state) => (
            <State key={state} state={state} tabId={tabId} />
          ))}
        </ul>
      )}
    </section>
  );
}

function State({ state, tabId }: { readonly state: Unprotected; readonly tabId: number }) {
  const gap = GAPS[state];
  return (
    <li data-unprotected={state}>
      <p>{t(gap.says)}</p>
      <p className="gap-do">{t(gap.does)}</p>
      {gap.remedy === 'reload' && (
        <button type="button" className="plain-button" onClick={() => void browser.tabs.reload(tabId)}>
          {t('unprotected.reload')}
        </button>
      )}
      {gap.remedy === 'settings' && (
        <button type="button" className="plain-button" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('unprotected.choose')}
        </button>
      )}
    </li>
  );
}
