import type { Attack } from '../Attack.ts';

/** MetaMask's protected method, one call below request. */
export const attack: Attack = {
  entry: 'provider._rpcRequest',
  mechanism: 'private method called',
  discovers: true,
  script: `
(await kit.wallet())._rpcRequest(kit.rpc(kit.send()), () => undefined);
`,
};
