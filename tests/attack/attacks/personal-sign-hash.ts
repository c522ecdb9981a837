import type { Attack } from '../Attack.ts';

/** A hash as a message. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'personal_sign of 32 bytes',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'personal_sign', params: [kit.hex.padEnd(66, 'f'), kit.account] });
`,
};
