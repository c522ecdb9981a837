import type { NamedAttack } from '../attack/lab.ts';

/**
 * Attacks that only Firefox knows. There the worlds of a document share one `event.data`, and all capture listeners of a
 * window come before its other listeners: a listener of the page stands between the gate and the wallet's own.
 */
export const FIREFOX_ATTACKS: readonly NamedAttack[] = [
  {
    name: 'capture-rewrites-a-read',
    entry: 'window.postMessage to the wallet',
    mechanism: 'a read that a capture listener of the page makes a request',
    discovers: false,
    script: `
await kit.ready();
addEventListener('message', ({ data }) => {
  const body = data?.target === 'metamask-contentscript' ? data.data.data : null;
  if (body?.method === 'web3_clientVersion') Object.assign(body, kit.send());
}, true);
kit.post(kit.rpc({ method: 'web3_clientVersion', params: [] }));
`,
  },
  {
    name: 'capture-readdresses',
    entry: 'window.postMessage to nobody',
    mechanism: 'a capture listener of the page writes the wallet in as the target',
    discovers: false,
    script: `
await kit.ready();
addEventListener('message', ({ data }) => { if (data?.target === 'nobody') data.target = 'metamask-contentscript'; }, true);
window.postMessage({ ...kit.message(kit.rpc(kit.send())), target: 'nobody' }, location.origin);
`,
  },
  {
    name: 'capture-rewrites-the-judged',
    entry: 'window.postMessage to the wallet',
    mechanism: 'what was approved is rewritten on its way from the gate',
    discovers: false,
    script: `
await kit.ready();
addEventListener('message', ({ data }) => {
  const body = data?.target === 'metamask-contentscript' ? data.data.data : null;
  if (body?.params?.[0] === '0xb0' + kit.marker.slice(2)) body.params[0] = kit.hex;
}, true);
kit.post(kit.rpc({ method: 'personal_sign', params: ['0xb0' + kit.marker.slice(2), kit.account] }));
`,
    drive: async (stage) => {
      await stage.approve(`b0${stage.marker.slice(2)}`);
    },
  },
];
