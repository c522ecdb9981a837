import type { Attack } from '../Attack.ts';

/** An approval said by the page itself. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'replies forged by window messages, events and a broadcast',
  discovers: true,
  script: `
const wallet = await kit.wallet();
wallet.request(kit.send()).catch(() => undefined);
const forged = [{ t: 'go', id: '*' }, { type: 'decision', choice: 'continue', key: '0'.repeat(32) }, { type: 'review/decide', choice: 'continue' }];
const shout = new BroadcastChannel('countersign');
for (let round = 0; round < 5; round += 1) {
  for (const message of forged) {
    window.postMessage(message, '*');
    dispatchEvent(new MessageEvent('c:port', { data: message }));
    dispatchEvent(new CustomEvent('c:hello', { detail: message }));
    shout.postMessage(message);
  }
  await kit.sleep(100);
}
`,
};
