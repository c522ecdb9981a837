import type { Attack } from '../Attack.ts';

/** A Proxy answers each look as it likes. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Proxy as request object, a read to the first looks',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (let evilFrom = 1; evilFrom < 6; evilFrom += 1) {
  let reads = 0;
  const lying = new Proxy(kit.send(), {
    get: (target, key) => (key === 'method' && (reads += 1) < evilFrom ? 'eth_chainId' : target[key]),
  });
  wallet.request(lying).catch(() => undefined);
}
`,
};
