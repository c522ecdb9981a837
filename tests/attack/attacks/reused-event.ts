import type { Attack } from '../Attack.ts';

/** An event that has been let through once is filled with something else and sent again. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'initMessageEvent on an event that passed',
  discovers: false,
  script: `
await kit.ready();
let done = false;
addEventListener('message', (event) => {
  if (done || event.data?.target !== 'metamask-contentscript') return;
  done = true;
  setTimeout(() => {
    event.initMessageEvent('message', false, false, kit.message(kit.rpc(kit.send())), location.origin, '', window);
    dispatchEvent(event);
  });
});
// A guardian posts this one on in its own event, because of the extra member.
window.postMessage({ ...kit.message(kit.rpc({ method: 'eth_chainId' })), extra: true }, location.origin);
`,
};
