import type { Attack } from '../Attack.ts';

/** A name nobody has heard of yet. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'unlisted wallet method',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'wallet_signEverything', params: [kit.hex] });
`,
};
