import type { Attack } from '../Attack.ts';

/** Wallets read numbers without 0x as hexadecimal all the same. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'value and data without 0x',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ data: kit.marker, value: 'ffffffffffff' })] });
`,
};
