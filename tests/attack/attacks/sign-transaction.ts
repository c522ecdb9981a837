import type { Attack } from '../Attack.ts';

/** Signed now, sent by somebody else later. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_signTransaction',
  discovers: true,
  script: `
await (await kit.wallet()).request({ ...kit.send(), method: 'eth_signTransaction' });
`,
};
