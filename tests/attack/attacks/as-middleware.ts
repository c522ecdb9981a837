import type { Attack } from '../Attack.ts';

/** An engine can be taken as one function, which nobody listed as a way in. */
export const attack: Attack = {
  entry: 'provider._rpcEngine.asMiddleware',
  mechanism: 'engine turned into a middleware and run',
  discovers: true,
  script: `
const engine = (await kit.wallet())._rpcEngine;
const request = kit.rpc(kit.send());
engine.asMiddleware()(request, { id: request.id, jsonrpc: '2.0' }, () => undefined, () => undefined);
`,
};
