import type { Attack } from '../Attack.ts';

/** Closing the window is a Reject of all that wait, not a way past them. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'review window closed, then posted again at once',
  discovers: false,
  alone: true,
  arrivals: 2,
  script: `
await kit.ready();
window.go = () => kit.post(kit.rpc(kit.send()));
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    await page.evaluate('go()');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await Promise.all([outside.closeReview(), page.evaluate('go()')]);
    await outside.closeReview();
  },
};
