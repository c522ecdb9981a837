import type { Attack } from '../Attack.ts';

/** The person reads of one account, and the wallet is on another when Continue is pressed. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'real switch of the account between the check and Continue',
  discovers: false,
  alone: true,
  script: `
await kit.ready();
await window.ethereum.request({ method: 'eth_requestAccounts' });
kit.post(kit.rpc(kit.sign()));
`,
  drive: async ({ approve, marker, outside }) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await outside.switchWallet({ account: 'second' });
    await approve(marker);
  },
};
