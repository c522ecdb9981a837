import type { Attack } from '../Attack.ts';

/** A list longer than anybody reads. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'array of three hundred, one of them signing',
  discovers: false,
  script: `
await kit.ready();
const calls = Array.from({ length: 300 }, () => kit.rpc({ method: 'eth_chainId' }));
calls[250] = kit.rpc(kit.send());
kit.post(calls);
`,
};
