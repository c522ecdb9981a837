import type { Attack } from '../Attack.ts';

/** Without an id there is nothing to answer. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'request without an id',
  discovers: false,
  script: `
await kit.ready();
kit.post({ jsonrpc: '2.0', ...kit.send() });
`,
};
