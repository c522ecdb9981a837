import type { Attack } from '../Attack.ts';

/** A copy the page makes. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'structuredClone, Object.assign and Object.keys show less',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const hide = (value) => (value && value.method === 'eth_sendTransaction' ? { method: 'eth_chainId' } : value);
const { assign, keys } = Object;
window.structuredClone = (value) => hide(value);
Object.assign = (target, ...from) => assign(target, ...from.map(hide));
Object.keys = (value) => (value && value.method ? [] : keys(value));
wallet.request(kit.send());
`,
};
