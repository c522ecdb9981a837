import type { Attack } from '../Attack.ts';

/** A listener is called with the emitter as this. */
export const attack: Attack = {
  entry: 'provider.on',
  mechanism: 'this of a listener asked',
  discovers: true,
  script: `
const wallet = await kit.wallet();
wallet.on('pwn', function () { this.request(kit.send()); });
wallet.emit('pwn');
`,
};
