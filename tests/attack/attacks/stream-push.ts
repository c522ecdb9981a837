import type { Attack } from '../Attack.ts';

/** Whatever is pushed into the provider's stream comes out at the wallet. */
export const attack: Attack = {
  entry: 'provider._jsonRpcConnection.stream',
  mechanism: 'message pushed into the private stream',
  discovers: true,
  script: `
await kit.ready();
(await kit.wallet())._jsonRpcConnection.stream.push(kit.rpc(kit.send()));
`,
};
