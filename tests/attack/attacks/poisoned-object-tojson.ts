import type { Attack } from '../Attack.ts';

/** A toJSON on every object. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Object.prototype.toJSON',
  discovers: true,
  script: `
const wallet = await kit.wallet();
Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value() { return this && this.data === kit.hex ? { data: '0xb0' + kit.marker.slice(2) } : this; } });
wallet.request(kit.send());
`,
  drive: async (stage) => {
    await stage.approve(`b0${stage.marker.slice(2)}`);
  },
};
