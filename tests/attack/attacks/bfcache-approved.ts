import type { Attack } from '../Attack.ts';

/** An approval that the page kept from the wallet, put on ice with the document. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'approved, then in the back/forward cache for six seconds, then posted',
  discovers: false,
  script: `
await kit.ready();
const { postMessage } = window;
window.postMessage = function (data, ...rest) { if (data?.data?.data?.method !== 'personal_sign') return postMessage.call(this, data, ...rest); };
addEventListener('pageshow', ({ persisted }) => { if (persisted) { window.postMessage = postMessage; kit.post(kit.rpc(kit.sign())); } });
window.ethereum.request(kit.sign()).catch(() => undefined);
window.here = true;
`,
  patienceMs: 12000,
  drive: async ({ page, origin, approve, marker }) => {
    await page.waitForFunction('window.here');
    await approve(marker);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await page.goto(`${origin}/blank.html`);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await page.goBack({ waitUntil: 'commit' });
  },
};
