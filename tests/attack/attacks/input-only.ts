import type { Attack } from '../Attack.ts';

/** Calldata under its other name. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'input in place of data',
  discovers: true,
  script: `
const { data, ...tx } = kit.tx();
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [{ ...tx, input: data }] });
`,
};
