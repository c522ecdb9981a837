import type { Attack } from '../Attack.ts';

/** Nothing of this realm's is used to call. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'called by Reflect.apply of a blank frame',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const clean = kit.frame().contentWindow;
await clean.Reflect.apply(wallet.request, wallet, [clean.JSON.parse(JSON.stringify(kit.send()))]);
`,
};
