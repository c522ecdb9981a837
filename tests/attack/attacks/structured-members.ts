import type { Attack } from '../Attack.ts';

/** Values that a structured clone carries and JSON does not. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'parameters with Map, Date, typed array and a cycle',
  discovers: false,
  script: `
await kit.ready();
const tx = kit.tx({ when: new Date(0), map: new Map([['a', 1]]), bytes: new Uint8Array(4), nothing: undefined });
kit.post(kit.rpc({ method: 'eth_sendTransaction', params: [tx] }));
const cycle = kit.tx();
cycle.self = cycle;
kit.post(kit.rpc({ method: 'eth_sendTransaction', params: [cycle] }));
`,
};
