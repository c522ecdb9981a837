import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** The same message looks like MetaMask's answer to its page. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: "dressed as a reply of another wallet's channel",
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(Object.assign({ target: 'metamask-inpage' }, named(kit.send())));
`,
};
