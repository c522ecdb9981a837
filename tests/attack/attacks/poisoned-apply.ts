import type { Attack } from '../Attack.ts';

/** Every call that goes through Reflect or Function shows its arguments. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'Reflect.apply and Function.prototype.call and apply leak what they call',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const raws = new Set();
const { apply } = Reflect;
const spy = (self) => { if (self && typeof self === 'object' && typeof self.request === 'function') raws.add(self); };
Reflect.apply = (target, self, args) => { spy(self); return apply(target, self, args); };
for (const name of ['call', 'apply']) {
  const real = Function.prototype[name];
  Function.prototype[name] = function (self, ...rest) { spy(self); return apply(real, this, [self, ...rest]); };
}
await wallet.request({ method: 'eth_chainId' });
wallet.on('x', () => undefined);
for (const raw of raws) raw.request(kit.send());
wallet.request(kit.send());
`,
};
