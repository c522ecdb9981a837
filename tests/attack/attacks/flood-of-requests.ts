import type { Attack } from '../Attack.ts';

/** More than a window shows. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'sixty at once',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (let count = 0; count < 60; count += 1) wallet.request(kit.sign()).catch(() => undefined);
`,
};
