import type { Attack } from '../Attack.ts';
import { COINBASE, COINBASE_PATH } from '../otherMakes.ts';

/** Approved in one wallet, asked of another in the same moment. */
export const attack: Attack = {
  entry: 'window.postMessage to Coinbase',
  mechanism: "a request approved for another wallet's provider",
  discovers: false,
  path: COINBASE_PATH,
  script: `${COINBASE}
await kit.ready();
window.ethereum.request(kit.sign()).catch(() => undefined);
post(named(kit.sign()));
for (let turn = 0; turn < 20; turn += 1) { await kit.sleep(250); post(named(kit.sign())); }
`,
  allowed: 1,
  drive: async (stage) => {
    await stage.approve(stage.marker);
  },
};
