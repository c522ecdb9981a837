import type { Attack } from '../Attack.ts';

/** A blank window written to takes this page's address. */
export const attack: Attack = {
  entry: 'window.open',
  mechanism: 'document.open and write in a blank window',
  discovers: false,
  script: `
const opened = window.open('about:blank');
opened.document.open();
opened.document.write('<!doctype html><script>(async () => { for (let left = 60; left > 0; left -= 1) { if (window.ethereum) return ethereum.request(opener.kit.send()); await new Promise((go) => setTimeout(go, 10)); } opener.ethereum.request(opener.kit.send()); })()<\\/script>');
opened.document.close();
`,
};
