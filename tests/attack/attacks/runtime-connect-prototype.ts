import type { Attack } from '../Attack.ts';

/** A port's function, taken from its class while the port was used for something harmless. */
export const attack: Attack = {
  entry: 'chrome.runtime.connect',
  mechanism: "postMessage of the port's prototype",
  discovers: false,
  script: `
const harmless = chrome.runtime.connect(kit.walletId);
let home = harmless;
while (!Object.hasOwn(home, 'postMessage')) home = Object.getPrototypeOf(home);
const { postMessage } = home;
const port = chrome.runtime.connect(kit.walletId);
await Reflect.apply(postMessage, port, [{ name: 'metamask-provider', data: kit.rpc(kit.send()) }]);
`,
};
