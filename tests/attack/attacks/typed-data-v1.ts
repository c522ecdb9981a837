import type { Attack } from '../Attack.ts';

/** The first version: a list of named values. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'eth_signTypedData, the alias of the first version',
  discovers: true,
  script: `
await (await kit.wallet()).request({ method: 'eth_signTypedData', params: [[{ type: 'string', name: 'text', value: kit.hex }], kit.account] });
`,
};
