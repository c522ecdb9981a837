import type { Attack } from '../Attack.ts';

/** A long message whose last words run backwards. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'personal_sign of ten thousand characters with bidi marks',
  discovers: true,
  script: `
const text = '\\u202e\\u2066' + 'Welcome! '.repeat(1200) + kit.marker;
await (await kit.wallet()).request({ method: 'personal_sign', params: [text, kit.account] });
`,
};
