import type { Attack } from '../Attack.ts';
import { RABBY, RABBY_PATH } from '../otherMakes.ts';

/** What a person approved once, put on the channel again. */
export const attack: Attack = {
  entry: 'window.postMessage to Rabby',
  mechanism: 'an approved request repeated',
  discovers: false,
  path: RABBY_PATH,
  script: `${RABBY}
rabby.request(kit.sign()).finally(() => { post(kit.sign()); });
`,
  allowed: 1,
  drive: async (stage) => {
    await stage.approve(stage.marker);
  },
};
