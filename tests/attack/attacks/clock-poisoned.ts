import type { Attack } from '../Attack.ts';

/** A deadline measured by the page's clock never ends, or ends at once. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'setTimeout, queueMicrotask, Date.now and performance.now run by the page',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const { setTimeout: real } = window;
window.setTimeout = (run, ms, ...rest) => real(run, 0, ...rest);
window.queueMicrotask = (run) => run();
Date.now = () => 0;
performance.now = () => 0;
crypto.getRandomValues = (bytes) => bytes.fill(7);
Math.random = () => 0.5;
wallet.request(kit.send());
`,
};
