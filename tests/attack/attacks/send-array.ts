import type { Attack } from '../Attack.ts';

/** The same through the oldest form of all. */
export const attack: Attack = {
  entry: 'provider.send',
  mechanism: 'array with a callback',
  discovers: true,
  script: `
(await kit.wallet()).send([kit.rpc(kit.send())], () => undefined);
`,
};
