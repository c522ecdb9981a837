import type { Attack } from '../Attack.ts';

/** A srcdoc frame runs as this origin. */
export const attack: Attack = {
  entry: 'srcdoc frame',
  mechanism: "parent's provider asked from srcdoc",
  discovers: false,
  script: `
await kit.ready();
kit.frame({ srcdoc: '<script>parent.ethereum.request(parent.kit.send())<\\/script>' });
`,
};
