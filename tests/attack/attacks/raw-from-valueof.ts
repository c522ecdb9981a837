import type { Attack } from '../Attack.ts';

/** valueOf returns this. */
export const attack: Attack = {
  entry: 'provider.valueOf',
  mechanism: 'return value of valueOf() asked',
  discovers: true,
  script: `
await (await kit.wallet()).valueOf().request(kit.send());
`,
};
