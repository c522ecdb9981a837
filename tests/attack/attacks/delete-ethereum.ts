import type { Attack } from '../Attack.ts';

/** What is under the accessor may be the raw one. */
export const attack: Attack = {
  entry: 'window.ethereum',
  mechanism: 'deleted, then looked for again',
  discovers: false,
  script: `
await kit.ready();
const kept = window.ethereum;
delete window.ethereum;
dispatchEvent(new Event('ethereum#initialized'));
await kit.sleep(200);
await (window.ethereum ?? kept).request(kit.send());
`,
};
