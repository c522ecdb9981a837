import type { Attack } from '../Attack.ts';

/** 0X is not 0x. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'data with prefix 0X',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ data: '0X' + kit.marker })] });
`,
};
