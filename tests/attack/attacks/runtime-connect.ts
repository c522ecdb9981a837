import type { Attack } from '../Attack.ts';

/** The same with a port, as MetaMask's own SDK does. */
export const attack: Attack = {
  entry: 'chrome.runtime.connect',
  mechanism: 'clean realm',
  discovers: false,
  script: `
const port = chrome.runtime.connect(kit.walletId);
port.postMessage({ name: 'metamask-provider', data: kit.rpc(kit.send()) });
`,
};
