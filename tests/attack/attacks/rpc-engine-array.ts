import type { Attack } from '../Attack.ts';

/** The engine takes arrays too. */
export const attack: Attack = {
  entry: 'provider._rpcEngine.handle',
  mechanism: 'array given to the private engine',
  discovers: true,
  script: `
(await kit.wallet())._rpcEngine.handle([kit.rpc({ method: 'eth_chainId' }), kit.rpc(kit.send())], () => undefined);
`,
};
