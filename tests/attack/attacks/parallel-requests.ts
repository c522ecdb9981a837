import type { Attack } from '../Attack.ts';

/** Ten at once, of ten kinds. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'ten different requests at once',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (let count = 0; count < 10; count += 1) wallet.request({ method: 'eth_sendTransaction', params: [kit.tx({ value: '0x' + count })] }).catch(() => undefined);
`,
};
