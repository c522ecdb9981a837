import type { Attack } from '../Attack.ts';

/** An approval inside a multicall. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'approve wrapped in multicall',
  discovers: true,
  script: `
const approve = '095ea7b3' + kit.thief.slice(2).padStart(64, '0') + 'f'.repeat(64);
const word = (value) => value.toString(16).padStart(64, '0');
const data = '0xac9650d8' + word(32) + word(1) + word(32) + word(68) + approve.padEnd(192, '0') + kit.marker;
await (await kit.wallet()).request({ method: 'eth_sendTransaction', params: [kit.tx({ data })] });
`,
};
