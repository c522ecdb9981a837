import type { Attack } from '../Attack.ts';

/** Names every object has. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'method named __proto__ and constructor',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const method of ['__proto__', 'constructor', 'hasOwnProperty']) wallet.request({ method, params: [kit.hex] }).catch(() => undefined);
`,
};
