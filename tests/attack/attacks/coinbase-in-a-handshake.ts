import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** The same message looks like a request on another wallet's channel. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: "dressed as a read on another wallet's channel",
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
post(Object.assign({ target: 'rabby-content-script' }, named(kit.send())));
`,
};
