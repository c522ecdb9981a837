import type { Attack } from '../Attack.ts';

/** The engine's own class still has the function if the engine's face has not. */
export const attack: Attack = {
  entry: 'provider._rpcEngine.handle',
  mechanism: "handle of the engine's prototype",
  discovers: true,
  script: `
const engine = (await kit.wallet())._rpcEngine;
Object.getPrototypeOf(engine).handle.call(engine, kit.rpc(kit.send()), () => undefined);
`,
};
