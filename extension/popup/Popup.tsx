import browser from 'webextension-polyfill';
import { useStatus } from '../ui/queries.ts';
import { t } from '../ui/words.ts';
import { Pause } from './Pause.tsx';
import { Protection } from './Protection.tsx';
import { Recent } from './Recent.tsx';
import { SiteWarning } from './SiteWarning.tsx';
import { useTab } from './useTab.ts';
import { Wallets } from './Wallets.tsx';
import { Who } from './Who.tsx';

/** What Countersign is doing on this site, and what it is not. */
export function Popup() {
  const tabId = useTab();
  const status = useStatus(tabId);
  const view = status.data;
  return (
    <main className="popup">
      <header className="popup-head">
        <h1>{t('popup.title')}</h1>
        {view !== undefined && (
          <p className="popup-host">{view.host === null ? t('popup.noSite') : <bdi dir="ltr">{view.host}</bdi>}</p>
        )}
      </header>
      {status.isPending && <p>{t('popup.loading')}</p>}
      {status.isError && view === undefined && <p role="alert">{t('popup.lost')}</p>}
      {view !== undefined && tabId !== null && (
        <>
          {view.siteWarning !== null && <SiteWarning warning={view.siteWarning} />}
          <Protection view={view} tabId={tabId} />
          {view.host !== null && <Wallets wallets={view.wallets} />}
        </>
      )}
      <Who />
      {view !== undefined && tabId !== null && (
        <>
          <Recent items={view.recent} />
          {view.host !== null && <Pause host={view.host} until={view.pausedUntil} />}
        </>
      )}
      <footer className="popup-foot">
        <button type="button" className="plain-button" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('popup.settings')}
        </button>
      </footer>
    </main>
  );
}
