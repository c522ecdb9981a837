import type { Attack } from '../Attack.ts';

/** A JSON-RPC array, the signing call behind reads. */
export const attack: Attack = {
  entry: 'provider.sendAsync',
  mechanism: 'array, the signing call last',
  discovers: true,
  script: `
const reads = Array.from({ length: 9 }, () => kit.rpc({ method: 'eth_chainId' }));
(await kit.wallet()).sendAsync([...reads, kit.rpc(kit.send())], () => undefined);
`,
};
