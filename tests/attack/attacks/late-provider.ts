import type { Attack } from '../Attack.ts';
import { OTHER_WALLET } from '../otherWallet.ts';

/** A wallet that was slow to start. */
export const attack: Attack = {
  entry: 'provider.request of another wallet',
  mechanism: 'wallet that announces itself after five seconds',
  discovers: false,
  path: '/?other-wallet=5000',
  script: `
const late = new Promise((go) => addEventListener('eip6963:announceProvider', ({ detail }) => { if (detail.info.rdns === '${OTHER_WALLET}') go(detail.provider); }));
await (await late).request(kit.send());
`,
  patienceMs: 9000,
};
