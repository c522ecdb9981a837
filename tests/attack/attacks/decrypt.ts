import type { Attack } from '../Attack.ts';

/** Keys and secrets. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_decrypt and eth_getEncryptionPublicKey',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const method of ['eth_decrypt', 'eth_getEncryptionPublicKey']) wallet.request({ method, params: [kit.hex, kit.account] }).catch(() => undefined);
`,
};
