import type { Attack } from '../Attack.ts';

/** MetaMask's experimental batch. */
export const attack: Attack = {
  entry: 'provider._metamask.requestBatch',
  mechanism: 'batch of one',
  discovers: true,
  script: `
await (await kit.wallet())._metamask.requestBatch([kit.rpc(kit.send())]);
`,
};
