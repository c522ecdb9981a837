import type { Attack } from '../Attack.ts';

/** An ordinary request that was approved before may pass quietly, but only as long as it can be tried out. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'approved transaction asked again once the RPC refuses',
  discovers: true,
  alone: true,
  allowed: 1,
  script: `
const wallet = await kit.wallet();
window.go = () => { wallet.request(kit.send()).catch(() => undefined); };
`,
  drive: async ({ page, outside, approve, marker }) => {
    await page.waitForFunction('window.go !== undefined');
    await outside.rpc('forward');
    await page.evaluate('go()');
    await approve(marker);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await outside.rpc('refuse');
    await page.evaluate('go()');
  },
};
