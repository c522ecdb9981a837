import type { Attack } from '../Attack.ts';

/** A read to who judges, a signature to the wallet. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'method whose text differs at each reading',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (let evilFrom = 1; evilFrom < 6; evilFrom += 1) {
  let reads = 0;
  wallet.request({ get method() { reads += 1; return reads < evilFrom ? 'eth_chainId' : 'eth_sendTransaction'; }, params: [kit.tx()] }).catch(() => undefined);
}
`,
};
