import type { Attack } from '../Attack.ts';

/** An envelope in an envelope. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'wallet_invokeMethod inside wallet_invokeMethod',
  discovers: false,
  script: `
await kit.ready();
const scope = 'eip155:' + kit.chainId;
kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope, request: { method: 'wallet_invokeMethod', params: { scope, request: kit.sign() } } } }), 'metamask-multichain-provider');
`,
};
