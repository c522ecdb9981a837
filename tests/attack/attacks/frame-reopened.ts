import type { Attack } from '../Attack.ts';

/** document.open on a frame that had a wallet: listeners of the old document go, the stream's window stays. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: 'document.open over a loaded frame, then its channel',
  discovers: false,
  script: `
const frame = kit.frame({ src: '/blank.html' });
while (!frame.contentWindow.ethereum) await kit.sleep(10);
const { ethereum } = frame.contentWindow;
await ethereum.request({ method: 'eth_chainId' });
frame.contentDocument.open();
frame.contentDocument.write('<!doctype html><p>again');
frame.contentDocument.close();
await kit.sleep(300);
ethereum.request(kit.send()).catch(() => undefined);
frame.contentWindow.ethereum?.request(kit.send());
window.ethereum.request(kit.send());
`,
};
