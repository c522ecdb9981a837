import type { Attack } from '../Attack.ts';

/** The page uses the provider of a frame it can reach into. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: "parent asks by the frame's provider",
  discovers: false,
  script: `
const frame = kit.frame({ src: '/blank.html' });
while (!frame.contentWindow.ethereum) await kit.sleep(10);
await frame.contentWindow.ethereum.request(kit.send());
`,
};
