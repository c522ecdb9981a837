import type { Attack } from '../Attack.ts';

/** A message that reads as something else to who looks at it first. */
export const attack: Attack = {
  entry: 'chrome.runtime.sendMessage',
  mechanism: 'method getter that lies to the first readers',
  discovers: false,
  script: `
for (let evilAt = 1; evilAt < 5; evilAt += 1) {
  let reads = 0;
  const message = { id: evilAt, params: [kit.tx()], get method() { reads += 1; return reads === evilAt ? 'eth_sendTransaction' : 'eth_chainId'; } };
  chrome.runtime.sendMessage(kit.walletId, message, () => undefined);
}
`,
};
