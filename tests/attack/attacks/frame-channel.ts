import type { Attack } from '../Attack.ts';

/** The page posts on the wallet's channel of a frame, with the frame's own postMessage. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: "frame's window posts to itself",
  discovers: false,
  script: `
const frame = kit.frame({ src: '/blank.html' });
while (!frame.contentWindow.ethereum) await kit.sleep(10);
await frame.contentWindow.ethereum.request({ method: 'eth_chainId' });
frame.contentWindow.message = kit.message(kit.rpc(kit.send()));
frame.contentWindow.setTimeout('postMessage(message, location.origin)');
`,
};
