import type { Attack } from '../Attack.ts';

/** An accessor that cannot be put on again. */
export const attack: Attack = {
  entry: 'window.ethereum',
  mechanism: 'Object.defineProperty and Reflect.defineProperty do nothing for ethereum',
  discovers: false,
  script: `
await kit.ready();
for (const home of [Object, Reflect]) {
  const real = home.defineProperty;
  home.defineProperty = (target, key, descriptor) => (key === 'ethereum' ? (home === Object ? target : true) : real(target, key, descriptor));
}
delete window.ethereum;
dispatchEvent(new Event('ethereum#initialized'));
await kit.sleep(100);
addEventListener('eip6963:announceProvider', (event) => event.detail.provider.request(kit.send()));
dispatchEvent(new Event('eip6963:requestProvider'));
`,
};
