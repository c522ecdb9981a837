import type { Attack } from '../Attack.ts';

/** Method and parameters. */
export const attack: Attack = {
  entry: 'provider.send',
  mechanism: 'name and list of parameters',
  discovers: true,
  script: `
await (await kit.wallet()).send('eth_sendTransaction', [kit.tx()]);
`,
};
