import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** Two names for one request: a harmless one outside, the real one inside. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'a harmless action around another request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(message({ action: 'eth_chainId', request: kit.send() }));
`,
};
