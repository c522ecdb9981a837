import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** Straight to Rabby's content script, past its provider. */
export const attack: Attack = {
  entry: 'window.postMessage to Rabby',
  mechanism: 'one request',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
post(kit.send());
`,
};
