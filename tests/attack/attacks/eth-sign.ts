import type { Attack } from '../Attack.ts';

/** A bare hash may be anything. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_sign of a hash',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sign', params: [kit.account, kit.hex.padEnd(66, '0')] });
`,
};
