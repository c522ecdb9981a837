import type { Attack } from '../Attack.ts';

/** The request is left behind and made again by the next page. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'page navigates while its request waits, the next page asks again',
  discovers: false,
  script: `
const wallet = await kit.wallet();
wallet.request(kit.send()).catch(() => undefined);
await kit.sleep(700);
location.href = '/next.html';
`,
  files: {
    '/next.html': `<!doctype html><script><!--kit-->
kit.ready().then(() => kit.post(kit.rpc(kit.send())));
</script>`,
  },
};
