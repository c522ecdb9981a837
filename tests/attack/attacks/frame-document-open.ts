import type { Attack } from '../Attack.ts';

/** document.open gives a blank frame this page's address, and takes every listener away with the old document. */
export const attack: Attack = {
  entry: 'blank frame',
  mechanism: 'document.open and write',
  discovers: false,
  script: `
const inner = kit.frame().contentDocument;
inner.open();
inner.write('<!doctype html><script>(async () => { for (let left = 50; left > 0 && !window.ethereum; left -= 1) await new Promise((go) => setTimeout(go, 10)); (window.ethereum ?? parent.ethereum).request(parent.kit.send()); })()<\\/script>');
inner.close();
`,
};
