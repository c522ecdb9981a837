import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';

/** Id of the tab the popup was opened over; `?tab=ID` names another. `null` until it is known. */
export function useTab(): number | null {
  const [tabId, setTabId] = useState<number | null>(namedTab());
  useEffect(() => {
    if (tabId !== null) return;
    let gone = false;
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
      if (!gone) setTabId(tab?.id ?? browser.tabs.TAB_ID_NONE);
    });
    return () => {
      gone = true;
    };
  }, [tabId]);
  return tabId;
}

function namedTab(): number | null {
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d{1,10}$/u.test(named) ? Number(named) : null;
}
