import type { Attack } from '../Attack.ts';

/** Listeners added from now on are the page's to call. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'addEventListener, removeEventListener and stopImmediatePropagation made idle',
  discovers: false,
  script: `
await kit.ready();
EventTarget.prototype.addEventListener = () => undefined;
Event.prototype.stopImmediatePropagation = () => undefined;
Event.prototype.stopPropagation = () => undefined;
Event.prototype.preventDefault = () => undefined;
kit.post(kit.rpc(kit.send()));
`,
};
