import type { Attack } from '../Attack.ts';

/** An object where text belongs. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_signTypedData_v4, object',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_signTypedData_v4', params: [kit.account, kit.typed()] });
`,
};
