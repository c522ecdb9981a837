import type { Attack } from '../Attack.ts';

/** An object made from the provider inherits what the provider has. */
export const attack: Attack = {
  entry: 'provider prototype',
  mechanism: 'Object.create(provider) asked',
  discovers: true,
  script: `
const wallet = await kit.wallet();
await Object.create(wallet).request.call(wallet, kit.send());
`,
};
