import type { Attack } from '../Attack.ts';

/** MetaMask pads it. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'data of odd length',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ data: kit.hex + 'a' })] });
`,
};
