import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** What a person approved once, put on the channel again. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: 'an approved request repeated',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
coinbase.request(kit.sign()).finally(() => { post(named(kit.sign())); });
`,
  allowed: 1,
  drive: async (stage) => {
    await stage.approve(stage.marker);
  },
};
