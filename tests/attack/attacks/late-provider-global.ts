import type { Attack } from '../Attack.ts';

/** The wallet that comes last takes the name, long after the page has loaded. */
export const attack: Attack = {
  entry: 'window.ethereum of another wallet',
  mechanism: 'wallet that writes itself over window.ethereum after five seconds',
  discovers: false,
  path: '/?other-wallet=5000',
  script: `
await kit.ready();
const first = window.ethereum;
while (window.ethereum === first) await kit.sleep(5);
await window.ethereum.request(kit.send());
`,
  patienceMs: 9000,
};
