import type { Attack } from '../Attack.ts';

/** An RPC that takes no call, and a request that goes round the provider. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'posted while the RPC refuses, then while it answers with a web page',
  discovers: false,
  alone: true,
  arrivals: 2,
  script: `
await kit.ready();
window.go = () => kit.post(kit.rpc(kit.send()));
`,
  drive: async ({ page, outside }) => {
    await page.waitForFunction('window.go !== undefined');
    for (const mode of ['refuse', 'html'] as const) {
      await outside.rpc(mode);
      await page.evaluate('go()');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  },
};
