import type { Attack } from '../Attack.ts';

/** An inner request that is a list with members. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'inner request is an array with named members',
  discovers: false,
  script: `
await kit.ready();
const request = Object.assign([], kit.sign());
kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request, marker: kit.hex } }), 'metamask-multichain-provider');
`,
};
