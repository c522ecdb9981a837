import type { Attack } from '../Attack.ts';

/** The page puts its own property over ours. */
export const attack: Attack = {
  entry: 'window.ethereum',
  mechanism: 'redefined as a fixed value, with a copy of every member',
  discovers: false,
  script: `
await kit.ready();
const copy = {};
for (let from = window.ethereum; from && from !== Object.prototype; from = Object.getPrototypeOf(from)) {
  for (const key of Reflect.ownKeys(from)) try { copy[key] ??= typeof from[key] === 'function' ? from[key].bind(window.ethereum) : from[key]; } catch {}
}
Object.defineProperty(window, 'ethereum', { value: copy, configurable: false, writable: false });
await window.ethereum.request(kit.send());
`,
};
