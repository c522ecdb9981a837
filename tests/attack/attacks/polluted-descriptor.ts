import type { Attack } from '../Attack.ts';

/** A property descriptor inherits. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: "Object.prototype.get and set as functions of the page's",
  discovers: true,
  script: `
const wallet = await kit.wallet();
const stolen = [];
Object.defineProperty(Object.prototype, 'set', { configurable: true, value(value) { stolen.push(value); } });
wallet.request(kit.send()).catch(() => undefined);
delete Object.prototype.set;
for (const item of stolen) if (item && typeof item.request === 'function') item.request(kit.send());
`,
};
