import type { Attack } from '../Attack.ts';

/** The function of the class, called on the provider. */
export const attack: Attack = {
  entry: 'provider prototype',
  mechanism: 'request of the prototype, called with the provider as this',
  discovers: true,
  script: `
const wallet = await kit.wallet();
let proto = Object.getPrototypeOf(wallet);
while (!Object.hasOwn(proto, 'request')) proto = Object.getPrototypeOf(proto);
await proto.request.call(wallet, kit.send());
`,
};
