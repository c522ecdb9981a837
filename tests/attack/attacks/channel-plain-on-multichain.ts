import type { Attack } from '../Attack.ts';

/** The other stream may be less watched. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'plain request on the multichain stream',
  discovers: false,
  script: `
await kit.ready();
kit.post(kit.rpc(kit.send()), 'metamask-multichain-provider');
`,
};
