import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** The older form: the parameters stand where the request would. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'parameters without the request around them',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
const { method, params } = kit.send();
post(message({ action: method, request: params }));
`,
};
