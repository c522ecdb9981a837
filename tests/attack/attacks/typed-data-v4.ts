import type { Attack } from '../Attack.ts';

/** The ordinary form. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_signTypedData_v4, text',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_signTypedData_v4', params: [kit.account, JSON.stringify(kit.typed())] });
`,
};
