import type { Attack } from '../Attack.ts';

/** A page that comes back from the history, restored or loaded again. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'asked on pageshow after going back',
  discovers: false,
  script: `
addEventListener('pageshow', () => { if (sessionStorage.left) kit.wallet().then((wallet) => wallet.request(kit.send())); });
sessionStorage.here = 'yes';
await kit.ready();
`,
  drive: async (stage) => {
    await stage.page.waitForLoadState();
    await stage.page.evaluate(() => sessionStorage.setItem('left', 'yes'));
    await stage.page.goto(`${stage.origin}/blank.html`);
    // A document that the back/forward cache restores loads nothing.
    await stage.page.goBack({ waitUntil: 'commit' });
  },
};
