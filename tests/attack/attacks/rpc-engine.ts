import type { Attack } from '../Attack.ts';

/** MetaMask's engine, below every public method. */
export const attack: Attack = {
  entry: 'provider._rpcEngine.handle',
  mechanism: 'private engine called',
  discovers: true,
  script: `
(await kit.wallet())._rpcEngine.handle(kit.rpc(kit.send()), () => undefined);
`,
};
