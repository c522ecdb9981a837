import type { Attack } from '../Attack.ts';

/** Members nobody reads may say that all is well. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'extra members beside the request',
  discovers: false,
  script: `
await kit.ready();
window.postMessage({ ...kit.message({ ...kit.rpc(kit.send()), origin: 'https://app.uniswap.org', approved: true }), approved: true, countersign: { t: 'go' } }, location.origin);
`,
};
