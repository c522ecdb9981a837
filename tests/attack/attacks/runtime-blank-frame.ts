import type { Attack } from '../Attack.ts';

/** A blank frame has a chrome.runtime of its own. */
export const attack: Attack = {
  entry: 'chrome.runtime.sendMessage',
  mechanism: 'function of a blank frame',
  discovers: false,
  script: `
const realm = kit.frame().contentWindow;
(realm.chrome?.runtime ?? chrome.runtime).sendMessage(kit.walletId, kit.rpc(kit.send()), () => undefined);
`,
};
