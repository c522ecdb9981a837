import type { Attack } from '../Attack.ts';

/** More than any queue holds. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'two hundred at once',
  discovers: false,
  script: `
await kit.ready();
for (let count = 0; count < 200; count += 1) kit.post(kit.rpc(kit.sign()));
`,
};
