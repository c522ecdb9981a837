import type { Attack } from '../Attack.ts';

/** An address as a number. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'recipient written in decimal',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ to: '344073830386746567427978432078835137280280269756' })] });
`,
};
