import type { Attack } from '../Attack.ts';

/** Signed elsewhere, sent by this wallet. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_sendRawTransaction',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_sendRawTransaction', params: ['0x02f8' + kit.marker] });
`,
};
