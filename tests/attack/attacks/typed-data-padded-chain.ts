import type { Attack } from '../Attack.ts';

/** A chain id with zeros in front, and an address in decimal. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'typed data with padded chainId and decimal address',
  discovers: true,
  script: `
const domain = { name: 'Note', chainId: '0x0000000000000000000000007a69', verifyingContract: '1461501637330902918203684832716283019655932542975' };
await (await kit.wallet()).request({ method: 'eth_signTypedData_v4', params: [kit.account, JSON.stringify(kit.typed({ domain }))] });
`,
};
