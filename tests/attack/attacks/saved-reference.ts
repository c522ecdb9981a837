import type { Attack } from '../Attack.ts';

/** A reference taken before anything else may be one that nobody had time to wrap. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'function saved at the first moment, called two seconds later',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const { request } = wallet;
await kit.sleep(1000);
await Reflect.apply(request, wallet, [kit.send()]);
`,
};
