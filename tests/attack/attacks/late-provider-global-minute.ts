import type { Attack } from '../Attack.ts';

/** Later than the last look at the globals. */
export const attack: Attack = {
  entry: 'window.ethereum of another wallet',
  mechanism: 'wallet that writes itself over window.ethereum after sixty-two seconds',
  discovers: false,
  path: '/?other-wallet=62000',
  slow: true,
  script: `
await kit.ready();
const first = window.ethereum;
while (window.ethereum === first) await kit.sleep(5);
await window.ethereum.request(kit.send());
`,
  patienceMs: 67000,
};
