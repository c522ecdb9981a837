import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** Its provider under its own name in the window. */
export const attack: Attack = {
  entry: 'window.rabby',
  mechanism: 'one request',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
await rabby.request(kit.send());
`,
};
