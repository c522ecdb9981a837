import type { Attack } from '../Attack.ts';

/** A second window of the same site. */
export const attack: Attack = {
  entry: 'window.open',
  mechanism: 'opened page asks by itself',
  discovers: false,
  script: `
window.open('/frame.html');
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then((wallet) => wallet.request(kit.send()));
</script>`,
  },
};
