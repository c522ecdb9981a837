import type { Attack } from '../Attack.ts';

/** Parameters in the other order, which wallets forgive. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'personal_sign with swapped parameters',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'personal_sign', params: [kit.account, kit.hex] });
`,
};
