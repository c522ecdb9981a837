import type { Attack } from '../Attack.ts';

/** Straight to the wallet's own content script, past every provider. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'one request',
  discovers: false,
  script: `
await kit.ready();
kit.post(kit.rpc(kit.send()));
`,
};
