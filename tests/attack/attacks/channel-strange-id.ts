import type { Attack } from '../Attack.ts';

/** An id that is no JSON-RPC id. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'object as id, no version',
  discovers: false,
  script: `
await kit.ready();
kit.post({ id: { toString: 'x', nested: [1] }, ...kit.send() });
`,
};
