import type { Attack } from '../Attack.ts';

/** Nobody is awake to judge. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'asked while the workers are stopped',
  discovers: true,
  alone: true,
  script: `
const wallet = await kit.wallet();
await kit.ready();
window.go = () => { wallet.request(kit.send()).catch(() => undefined); };
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    await outside.stopWorkers();
    await page.evaluate('go()');
  },
};
