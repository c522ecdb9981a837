import type { Attack } from '../Attack.ts';

/** The page shakes hands itself, before the wallet's inpage script does. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'own handshake and request in the first tick',
  discovers: false,
  script: `
for (const hand of ['SYN', 'ACK']) window.postMessage({ target: 'metamask-contentscript', data: hand }, location.origin);
kit.post(kit.rpc(kit.send()));
`,
};
