import type { Attack } from '../Attack.ts';

/** A blob frame runs as this origin. */
export const attack: Attack = {
  entry: 'blob frame',
  mechanism: "parent's provider asked from a blob document",
  discovers: false,
  script: `
await kit.ready();
const text = '<script>parent.ethereum.request(parent.kit.send())<\\/script>';
kit.frame({ src: URL.createObjectURL(new Blob([text], { type: 'text/html' })) });
`,
};
