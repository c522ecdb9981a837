import type { Attack } from '../Attack.ts';

/** Off the channel for the first reader, on it for the second. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'target getter that hides the channel',
  discovers: false,
  script: `
await kit.ready();
for (let evilAt = 1; evilAt < 5; evilAt += 1) {
  let reads = 0;
  const message = kit.message(kit.rpc(kit.send()));
  Object.defineProperty(message, 'target', { enumerable: true, get: () => ((reads += 1) === evilAt ? 'metamask-contentscript' : 'nobody') });
  dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin, source: window }));
}
`,
};
