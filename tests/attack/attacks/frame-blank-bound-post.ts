import type { Attack } from '../Attack.ts';

/** A bound postMessage of this window, called from a timer of another. */
export const attack: Attack = {
  entry: 'blank frame',
  mechanism: "this window's postMessage bound and called by the frame's timer",
  discovers: false,
  script: `
await kit.ready();
const { contentWindow } = kit.frame();
contentWindow.setTimeout(window.postMessage.bind(window, kit.message(kit.rpc(kit.send())), location.origin), 10);
`,
};
