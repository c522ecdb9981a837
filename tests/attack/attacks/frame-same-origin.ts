import type { Attack } from '../Attack.ts';

/** A frame has a provider of its own. */
export const attack: Attack = {
  entry: 'same-origin frame',
  mechanism: "frame's own first script asks",
  discovers: false,
  script: `
kit.frame({ src: '/frame.html' });
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
kit.wallet().then((wallet) => wallet.request(kit.send()));
</script>`,
  },
};
