import type { Attack } from '../Attack.ts';

/** The same bytes again, right after they were approved. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'approved request posted again',
  discovers: false,
  script: `
await kit.ready();
window.ethereum.request(kit.sign()).finally(() => { for (let again = 0; again < 3; again += 1) kit.post(kit.rpc(kit.sign())); });
`,
  allowed: 1,
  drive: async (stage) => {
    await stage.approve(stage.marker);
  },
};
