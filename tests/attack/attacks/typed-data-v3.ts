import type { Attack } from '../Attack.ts';

/** An older version with rules of its own. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_signTypedData_v3',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_signTypedData_v3', params: [kit.account, JSON.stringify(kit.typed())] });
`,
};
