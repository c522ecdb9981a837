import type { Attack } from '../Attack.ts';

/** A request handed on from a worker. */
export const attack: Attack = {
  entry: 'window.postMessage to the wallet',
  mechanism: 'message put together by a worker and posted on at its word',
  discovers: false,
  script: `
await kit.ready();
const code = 'postMessage(' + JSON.stringify(kit.message(kit.rpc(kit.send()))) + ')';
const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
worker.onmessage = (event) => window.postMessage(event.data, '*');
`,
};
