import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** With the context that its own pages add to a request. */
export const attack: Attack = {
  entry: 'window.postMessage to Rabby',
  mechanism: 'a $ctx beside the request',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
post(Object.assign({ $ctx: { isSpeedUp: true, providers: [] } }, kit.send()));
`,
};
