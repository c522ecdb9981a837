import browser from 'webextension-polyfill';

declare const __FIREFOX__: boolean;

/**
 * Whether requests may be told to the chosen RPC. Firefox asks the person itself, for what the manifest declares as
 * optional data collection; it is only allowed from a press, so nothing may be awaited before this. Elsewhere the choice
 * of an RPC is the consent.
 */
export async function mayTellRpc(): Promise<boolean> {
  if (!__FIREFOX__) return true;
  try {
    return await browser.permissions.request({ data_collection: ['financialAndPaymentInfo'] });
  } catch {
    return false;
  }
}
