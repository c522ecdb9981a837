import type { Attack } from '../Attack.ts';

/** then is the page's to patch, and a no becomes a yes. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Promise.prototype.then calls the good half on refusal',
  discovers: true,
  script: `
const { then } = Promise.prototype;
const wallet = await kit.wallet();
Promise.prototype.then = function (yes, no) { return then.call(this, yes, typeof yes === 'function' ? () => yes() : no); };
wallet.request(kit.send());
`,
  drive: async (stage) => {
    await stage.reject(stage.marker);
  },
};
