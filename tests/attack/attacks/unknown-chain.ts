import type { Attack } from '../Attack.ts';

/** A chain the wallet is not on. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'transaction with an unknown chainId',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ chainId: '0xdeadbeef' })] });
`,
};
