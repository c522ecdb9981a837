import type { Attack } from '../Attack.ts';

/** The address changes, the document does not. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'asked after pushState to another path',
  discovers: true,
  script: `
history.pushState(null, '', '/app/swap?connected=1');
await (await kit.wallet()).request(kit.send());
`,
};
