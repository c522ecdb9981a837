import type { Attack } from '../Attack.ts';

/** Ten alike in the queue: one Continue is for one. */
export const attack: Attack = {
  entry: 'provider.sendAsync',
  mechanism: 'ten alike wait, one is approved',
  discovers: true,
  allowed: 1,
  arrivals: 9,
  script: `
const wallet = await kit.wallet();
for (let count = 0; count < 10; count += 1) { wallet.sendAsync(kit.rpc(kit.sign()), () => undefined); await kit.sleep(20); }
`,
  drive: async ({ approve, marker }) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await approve(marker);
  },
};
