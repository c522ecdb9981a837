import type { Attack } from '../Attack.ts';

/** The plainest drain: ask at once. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: "asked by the page's first inline script",
  discovers: true,
  script: `
await (await kit.wallet()).request(kit.send());
`,
};
