import type { Attack } from '../Attack.ts';

/** Parsers differ in which of two equal keys they take. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'typed data with duplicate keys',
  discovers: true,
  script: `
const text = JSON.stringify(kit.typed()).replace('"message":', '"message":{"text":"hello"},"message":');
await (await kit.wallet()).request({ method: 'eth_signTypedData_v4', params: [kit.account, text] });
`,
};
