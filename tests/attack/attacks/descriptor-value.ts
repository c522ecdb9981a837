import type { Attack } from '../Attack.ts';

/** A wrapper may forget that a function can be read without a get. */
export const attack: Attack = {
  entry: 'provider prototype',
  mechanism: 'request taken out of its property descriptor',
  discovers: true,
  script: `
const wallet = await kit.wallet();
let holder = wallet;
while (!Object.getOwnPropertyDescriptor(holder, 'request')) holder = Object.getPrototypeOf(holder);
await Object.getOwnPropertyDescriptor(holder, 'request').value.call(wallet, kit.send());
`,
};
