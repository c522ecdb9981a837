import type { Attack } from '../Attack.ts';

/** Each death of the worker is a chance that something is let go. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'workers stopped again and again while the request waits, posted again each time',
  discovers: false,
  alone: true,
  script: `
await kit.ready();
window.go = () => kit.post(kit.rpc(kit.send()));
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    for (let death = 0; death < 5; death += 1) {
      await page.evaluate('go()');
      await new Promise((resolve) => setTimeout(resolve, 200 * death));
      await outside.stopWorkers();
    }
  },
};
