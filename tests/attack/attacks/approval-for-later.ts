import type { Attack } from '../Attack.ts';

/** The approval is caught and kept for a moment when nobody thinks of it. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'provider broken so that an approved request is not sent, posted six seconds later',
  discovers: false,
  script: `
await kit.ready();
window.ethereum.request(kit.sign()).catch(() => undefined).finally(async () => {
  await kit.sleep(6000);
  kit.post(kit.rpc(kit.sign()));
  kit.post(kit.rpc(kit.sign()));
});
`,
  allowed: 1,
  patienceMs: 12000,
  drive: async (stage) => {
    await stage.approve(stage.marker);
    await new Promise((resolve) => setTimeout(resolve, 7000));
  },
};
