import type { Attack } from '../Attack.ts';

/** An event class of another realm. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'event made by a blank frame',
  discovers: false,
  script: `
await kit.ready();
const other = kit.frame().contentWindow;
other.EventTarget.prototype.dispatchEvent.call(window, new other.MessageEvent('message', { data: kit.message(kit.rpc(kit.send())), origin: location.origin, source: window }));
`,
};
