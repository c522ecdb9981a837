import type { Attack } from '../Attack.ts';

/** What was looked at is changed before it is sent. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'parameters changed right after the call and while it is reviewed',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const tx = kit.tx({ data: '0xb0' + kit.marker.slice(2) });
const asked = wallet.request({ method: 'eth_sendTransaction', params: [tx] });
tx.data = kit.hex;
await asked;
`,
  drive: async (stage) => {
    await stage.approve(`b0${stage.marker.slice(2)}`);
  },
};
