import type { Attack } from '../Attack.ts';

/** A javascript: address runs in the frame without a load. */
export const attack: Attack = {
  entry: 'javascript: frame',
  mechanism: "parent's provider asked by a javascript: address",
  discovers: false,
  script: `
await kit.ready();
kit.frame({ src: 'javascript:void parent.ethereum.request(parent.kit.send())' });
`,
};
