import type { Attack } from '../Attack.ts';

/** A blank frame has no provider, and its parent has. */
export const attack: Attack = {
  entry: 'blank frame',
  mechanism: "parent's provider asked from about:blank",
  discovers: false,
  script: `
await kit.ready();
kit.frame().contentWindow.eval('parent.ethereum.request(parent.kit.send())');
`,
};
