import type { Attack } from '../Attack.ts';
import { OTHER_WALLET } from '../otherWallet.ts';

/** Two wallets announce themselves; the page takes the second. */
export const attack: Attack = {
  entry: 'provider.request of another wallet',
  mechanism: 'two wallets at once',
  discovers: false,
  path: '/?other-wallet=0',
  script: `
const found = new Promise((go) => addEventListener('eip6963:announceProvider', ({ detail }) => { if (detail.info.rdns === '${OTHER_WALLET}') go(detail.provider); }));
dispatchEvent(new Event('eip6963:requestProvider'));
await (await found).request(kit.send());
`,
};
