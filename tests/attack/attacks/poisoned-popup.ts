import type { Attack } from '../Attack.ts';

/** An opener reaches the window it opens before its page loads. */
export const attack: Attack = {
  entry: 'window.open',
  mechanism: 'natives poisoned by the opener, reply forged',
  discovers: false,
  script: `
const realm = window.open('/frame.html');
const { then } = realm.Promise.prototype;
realm.Promise.prototype.then = function (yes, no) { return then.call(this, yes, typeof yes === 'function' ? () => yes() : no); };
realm.addEventListener('c:port', (event) => {
  const port = event.ports[0];
  for (const t of ['go', 'no']) port?.postMessage({ t, id: '0'.repeat(32) });
}, true);
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then((wallet) => wallet.request(kit.send()));
</script>`,
  },
};
