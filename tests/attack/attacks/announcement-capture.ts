import type { Attack } from '../Attack.ts';

/** A listener of an ancestor phase, on the first occasion. */
export const attack: Attack = {
  entry: 'eip6963:announceProvider',
  mechanism: 'capture listener with builtins borrowed from a blank frame',
  discovers: false,
  script: `
const frame = kit.frame();
const clean = frame.contentWindow;
const found = new Promise((resolve) => clean.EventTarget.prototype.addEventListener.call(window, 'eip6963:announceProvider', (event) => resolve(event.detail.provider), true));
clean.EventTarget.prototype.dispatchEvent.call(window, new Event('eip6963:requestProvider'));
await (await found).request(kit.send());
`,
};
