import type { Address } from 'viem';

/**
 * Safe's official MultiSend and MultiSendCallOnly, all versions, wherever they stand (canonical, EIP-155 and zkSync
 * addresses). Source: npm @safe-global/safe-deployments 1.37.56, `multi_send.json` and `multi_send_call_only.json`.
 */
export function isMultiSend(address: Address): boolean {
  return MULTI_SENDS.has(address.toLowerCase());
}

const MULTI_SENDS: ReadonlySet<string> = new Set([
  '0x8d29be29923b68abfdd21e541b9374737b49cdad', // MultiSend 1.1.1
  '0xa238cbeb142c10ef7ad8442c6d1f9e89e07e7761', // MultiSend 1.3.0
  '0x998739bfdaadde7c933b942a68053933098f9eda',
  '0x0dfcccb95225ffb03c6fbb2559b530c2b7c8a912',
  '0x40a2accbd92bca938b02010e17a5b8929b49130d', // MultiSendCallOnly 1.3.0
  '0xa1dabef33b3b82c7814b6d82a79e50f4ac44102b',
  '0xf220d3b4dfb23c4ade8c88e526c1353abacbc38f',
  '0x38869bf66a61cf6bdb996a6ae40d5853fd43b526', // MultiSend 1.4.1
  '0x309d0b190fecca8e1d5d8309a16f7e3cb133e885',
  '0x9641d764fc13c8b624c04430c7356c1c7c8102e2', // MultiSendCallOnly 1.4.1
  '0x0408ef011960d02349d50286d20531229bcef773',
  '0x218543288004cd07832472d464648173c77d7eb7', // MultiSend 1.5.0
  '0xa83c336b20401af773b6219ba5027174338d1836', // MultiSendCallOnly 1.5.0
]);
