import type { Attack } from '../Attack.ts';

/** The old callback form. */
export const attack: Attack = {
  entry: 'provider.sendAsync',
  mechanism: 'single payload',
  discovers: true,
  script: `
(await kit.wallet()).sendAsync(kit.rpc(kit.sign()), () => undefined);
`,
};
