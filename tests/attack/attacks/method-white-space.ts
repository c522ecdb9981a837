import type { Attack } from '../Attack.ts';

/** The same with white space. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'method with white space around it',
  discovers: true,
  script: `
await (await kit.wallet()).request({ ...kit.send(), method: ' eth_sendTransaction\\n' });
`,
};
