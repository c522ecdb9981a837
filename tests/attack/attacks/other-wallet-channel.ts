import type { Attack } from '../Attack.ts';

/** The names that MetaMask's channel had before, on which its forks still listen. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, older names',
  mechanism: 'two wallets at once',
  discovers: false,
  path: '/?other-wallet=0',
  script: `
await kit.ready();
window.postMessage({ target: 'contentscript', data: { name: 'provider', data: kit.rpc(kit.send()) } }, location.origin);
`,
};
