import type { Attack } from '../Attack.ts';

/** One request was approved; another follows in its shadow. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'other bytes posted while an approval is fresh',
  discovers: false,
  script: `
await kit.ready();
const wallet = window.ethereum;
wallet.request({ method: 'personal_sign', params: ['0xb0' + kit.marker.slice(2), kit.account] }).finally(() => kit.post(kit.rpc(kit.sign())));
for (let round = 0; round < 60; round += 1) { kit.post(kit.rpc(kit.sign())); await kit.sleep(500); }
`,
  drive: async (stage) => {
    await stage.approve(`b0${stage.marker.slice(2)}`);
  },
};
