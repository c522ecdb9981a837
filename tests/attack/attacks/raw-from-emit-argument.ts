import type { Attack } from '../Attack.ts';

/** What goes in as a wrapper may come out raw. */
export const attack: Attack = {
  entry: 'provider.emit',
  mechanism: 'provider handed through its own event',
  discovers: true,
  script: `
const wallet = await kit.wallet();
wallet.on('self', (given) => given.request(kit.send()));
wallet.emit('self', wallet.on('x', () => undefined));
`,
};
