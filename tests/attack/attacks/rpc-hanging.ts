import type { Attack } from '../Attack.ts';

/** A check that waits for its facts must not end as a pass. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'asked while the RPC hangs',
  discovers: true,
  alone: true,
  script: `
const wallet = await kit.wallet();
window.go = () => { wallet.request(kit.send()).catch(() => undefined); };
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    await outside.rpc('hang');
    await page.evaluate('go()');
    // Longer than a check may take before it gives the verdict that it has.
    await new Promise((resolve) => setTimeout(resolve, 6000));
  },
};
