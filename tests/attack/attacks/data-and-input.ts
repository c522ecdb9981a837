import type { Attack } from '../Attack.ts';

/** Two calldatas, and wallets differ in which they take. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'data and input that differ',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ data: '0x', input: kit.hex })] });
`,
};
