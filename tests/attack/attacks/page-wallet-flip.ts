import type { Attack } from '../Attack.ts';

/** The page swaps the provider for one of its own, and back, around the call. */
export const attack: Attack = {
  entry: 'window.ethereum',
  mechanism: 'swapped for a stand-in and back',
  discovers: false,
  script: `
await kit.ready();
const real = window.ethereum;
window.ethereum = { request: async () => null, isMetaMask: true };
await kit.sleep(100);
window.ethereum = real;
await window.ethereum.request(kit.send());
`,
};
