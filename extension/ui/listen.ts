import browser from 'webextension-polyfill';
import { PAGE_PORT } from '../protocol/pages.ts';

const RECONNECT_MS = 250;

/**
 * Opens the port over which the background says "changed", and opens it again whenever the worker behind it dies.
 * Every signal and every reconnection calls `changed`: what was missed in between is read again.
 */
export function listen(changed: () => void): void {
  const port = browser.runtime.connect({ name: PAGE_PORT });
  port.onMessage.addListener(() => changed());
  port.onDisconnect.addListener(() => {
    setTimeout(() => {
      listen(changed);
      changed();
    }, RECONNECT_MS);
  });
}
