import type { Attack } from '../Attack.ts';

/** The content script carries arrays as well. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'array, the signing call in the middle',
  discovers: false,
  script: `
await kit.ready();
kit.post([kit.rpc({ method: 'eth_chainId' }), kit.rpc(kit.send()), kit.rpc({ method: 'eth_accounts' })]);
`,
};
