import type { Attack } from '../Attack.ts';

/** A name in capitals is no name on the list, and some wallets fold it. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'method in capitals',
  discovers: true,
  script: `
await (await kit.wallet()).request({ ...kit.send(), method: 'ETH_SENDTRANSACTION' });
`,
};
