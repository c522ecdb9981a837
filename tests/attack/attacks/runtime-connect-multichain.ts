import type { Attack } from '../Attack.ts';

/** CAIP-27 over an external port. */
export const attack: Attack = {
  entry: 'chrome.runtime.connect',
  mechanism: 'wallet_invokeMethod in a CAIP-348 envelope',
  discovers: false,
  script: `
const port = chrome.runtime.connect(kit.walletId);
port.postMessage({ type: 'caip-348', name: 'metamask-multichain-provider', data: kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request: kit.sign() } }) });
`,
};
