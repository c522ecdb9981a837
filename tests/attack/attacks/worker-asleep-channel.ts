import type { Attack } from '../Attack.ts';

/** Nobody is awake to judge, and the page does not go through the provider. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'posted while the workers are stopped',
  discovers: false,
  alone: true,
  script: `
await kit.ready();
window.go = () => kit.post(kit.rpc(kit.send()));
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    await outside.stopWorkers();
    await page.evaluate('go()');
  },
};
