import type { Attack } from '../Attack.ts';

/** The document comes back as it was, its scripts and ours with it; the port to our worker is closed. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'posted by a document that the back/forward cache kept',
  discovers: false,
  script: `
await kit.ready();
addEventListener('pageshow', ({ persisted }) => { if (persisted) kit.post(kit.rpc(kit.send())); });
window.here = true;
`,
  drive: async ({ page, origin }) => {
    await page.waitForFunction('window.here');
    await page.goto(`${origin}/blank.html`);
    await page.goBack({ waitUntil: 'commit' });
  },
};
