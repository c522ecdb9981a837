import type { Attack } from '../Attack.ts';

/** A frame of somebody else's, inside this page. */
export const attack: Attack = {
  entry: 'cross-origin frame',
  mechanism: "frame's own first script asks",
  discovers: false,
  script: `
kit.frame({ src: kit.elsewhere + '/frame.html' });
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then((wallet) => wallet.request(kit.send()));
</script>`,
  },
};
