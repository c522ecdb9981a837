import type { Attack } from '../Attack.ts';

/** MetaMask leaves a web3 with the provider in it. */
export const attack: Attack = {
  entry: 'window.web3.currentProvider',
  mechanism: 'alternative global',
  discovers: false,
  script: `
while (!window.web3) await kit.sleep(10);
await window.web3.currentProvider.request(kit.send());
`,
};
