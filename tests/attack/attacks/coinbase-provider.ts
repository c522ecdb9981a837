import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** Its provider under its own name in the window. */
export const attack: Attack = {
  entry: 'window.coinbaseWalletExtension',
  mechanism: 'one request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
await coinbase.request(kit.send());
`,
};
