import type { Attack } from '../Attack.ts';

/** Payload and callback. */
export const attack: Attack = {
  entry: 'provider.send',
  mechanism: 'payload with a callback',
  discovers: true,
  script: `
(await kit.wallet()).send(kit.rpc(kit.sign()), () => undefined);
`,
};
