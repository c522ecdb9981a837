import type { Attack } from '../Attack.ts';

/** A message that no postMessage sent. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'plain data',
  discovers: false,
  script: `
await kit.ready();
dispatchEvent(new MessageEvent('message', { data: kit.message(kit.rpc(kit.send())), origin: location.origin, source: window }));
`,
};
