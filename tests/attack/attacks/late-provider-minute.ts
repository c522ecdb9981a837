import type { Attack } from '../Attack.ts';
import { OTHER_WALLET } from '../otherWallet.ts';

/** By then nobody looks at the globals any more. */
export const attack: Attack = {
  entry: 'provider.request of another wallet',
  mechanism: 'wallet that announces itself after sixty seconds',
  discovers: false,
  path: '/?other-wallet=60000',
  slow: true,
  script: `
const late = new Promise((go) => addEventListener('eip6963:announceProvider', ({ detail }) => { if (detail.info.rdns === '${OTHER_WALLET}') go(detail.provider); }));
await (await late).request(kit.send());
`,
  patienceMs: 65000,
};
