import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** Straight to Coinbase's content script, past its provider. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'one request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(named(kit.send()));
`,
};
