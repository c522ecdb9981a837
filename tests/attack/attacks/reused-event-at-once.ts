import type { Attack } from '../Attack.ts';

/** The same from inside the dispatch, where the event cannot be collected yet. */
export const attack: Attack = {
  entry: 'dispatchEvent(MessageEvent)',
  mechanism: 'initMessageEvent on a synthetic event the guardian re-made',
  discovers: false,
  script: `
await kit.ready();
const kept = [];
addEventListener('message', (event) => kept.push(event), true);
dispatchEvent(new MessageEvent('message', { data: { hello: 1 }, origin: location.origin, source: window }));
for (const event of [...kept]) {
  event.initMessageEvent('message', false, false, kit.message(kit.rpc(kit.send())), location.origin, '', window);
  dispatchEvent(event);
}
`,
};
