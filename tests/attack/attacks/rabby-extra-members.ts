import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** A harmless name on every level but the last. */
export const attack: Attack = {
  entry: 'window.postMessage to Rabby',
  mechanism: 'members beside the request',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
const data = message(kit.send());
Object.assign(data.data.data.data, { method: 'eth_chainId', params: [] });
window.postMessage(Object.assign(data, { method: 'eth_chainId' }), location.origin);
`,
};
