import type { Attack } from '../Attack.ts';

/** Six seconds later nobody may be looking any more. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'asked six seconds after the page loaded',
  discovers: true,
  script: `
const wallet = await kit.wallet();
await kit.sleep(6000);
await wallet.request(kit.send());
`,
  patienceMs: 9000,
};
