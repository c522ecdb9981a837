import type { Attack } from '../Attack.ts';

/** An emitter returns itself. */
export const attack: Attack = {
  entry: 'provider.on',
  mechanism: 'return value of on() asked',
  discovers: true,
  script: `
await (await kit.wallet()).on('message', () => undefined).request(kit.send());
`,
};
