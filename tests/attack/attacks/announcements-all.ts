import type { Attack } from '../Attack.ts';

/** One unwrapped announcement among many is enough. */
export const attack: Attack = {
  entry: 'eip6963:announceProvider',
  mechanism: 'every announcement of many asked',
  discovers: false,
  script: `
const seen = new Set();
addEventListener('eip6963:announceProvider', (event) => seen.add(event.detail.provider));
for (let round = 0; round < 5; round += 1) { dispatchEvent(new Event('eip6963:requestProvider')); await kit.sleep(50); }
for (const provider of seen) provider.request(kit.send()).catch(() => undefined);
`,
};
