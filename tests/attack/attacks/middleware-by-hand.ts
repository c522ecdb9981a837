import type { Attack } from '../Attack.ts';

/** The last middleware writes to the stream by itself. */
export const attack: Attack = {
  entry: 'provider._jsonRpcConnection.middleware',
  mechanism: 'stream middleware called by hand',
  discovers: true,
  script: `
const request = kit.rpc(kit.send());
(await kit.wallet())._jsonRpcConnection.middleware(request, { id: request.id, jsonrpc: '2.0' }, () => undefined, () => undefined);
`,
};
