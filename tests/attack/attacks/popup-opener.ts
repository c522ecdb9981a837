import type { Attack } from '../Attack.ts';

/** The opened page uses the provider of the page that opened it. */
export const attack: Attack = {
  entry: 'window.open',
  mechanism: "opener's provider asked from about:blank",
  discovers: false,
  script: `
await kit.ready();
window.open('about:blank').eval('opener.ethereum.request(opener.kit.send())');
`,
};
