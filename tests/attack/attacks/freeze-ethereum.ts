import type { Attack } from '../Attack.ts';

/** Nothing can be put on a frozen object. */
export const attack: Attack = {
  entry: 'window.ethereum',
  mechanism: 'provider frozen by the page',
  discovers: false,
  script: `
await kit.ready();
try { Object.freeze(window.ethereum); } catch {}
await window.ethereum.request(kit.send());
`,
};
