import { encodePacked, type Hex, hashTypedData, isHex, keccak256, stringToHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { callNode, readConfig } from './chain.ts';
import { failure } from './failure.ts';

/** Everything that uses the key. The wallet asks nobody: what reaches it is signed, so a test sees what got through. */

export async function account() {
  return privateKeyToAccount((await readConfig()).privateKey);
}

/** `personal_sign`: message first, but MetaMask takes the swapped order too. */
export async function signMessage([first, second]: readonly unknown[]): Promise<Hex> {
  const text = isAddressLike(first) && !isAddressLike(second) ? second : first;
  if (typeof text !== 'string') throw failure(-32602, 'personal_sign: the message must be text');
  return (await account()).signMessage({ message: { raw: isHex(text) ? text : stringToHex(text) } });
}

/** `eth_sign`: a bare 32-byte hash. */
export async function signHash([, hash]: readonly unknown[]): Promise<Hex> {
  if (!isHex(hash) || hash.length !== 66) throw failure(-32602, 'eth_sign: the hash must have 32 bytes');
  return (await account()).sign({ hash });
}

/** `eth_signTypedData_v3` and `_v4`. */
export async function signTypedData([, typed]: readonly unknown[]): Promise<Hex> {
  const data = (typeof typed === 'string' ? JSON.parse(typed) : typed) as Parameters<typeof hashTypedData>[0];
  return (await account()).sign({ hash: hashTypedData(data) });
}

/** `eth_signTypedData`, the first version: `[{type, name, value}], address`. */
export async function signTypedDataV1([fields]: readonly unknown[]): Promise<Hex> {
  if (!Array.isArray(fields)) throw failure(-32602, 'eth_signTypedData: the first parameter must be a list');
  const list = fields as { type: string; name: string; value: unknown }[];
  const schema = encodePacked(
    list.map(() => 'string'),
    list.map(({ type, name }) => `${type} ${name}`),
  );
  const values = encodePacked(
    list.map(({ type }) => type),
    list.map(({ value }) => value),
  );
  const hash = keccak256(encodePacked(['bytes32', 'bytes32'], [keccak256(schema), keccak256(values)]));
  return (await account()).sign({ hash });
}

/** Signs and sends one transaction; resolves to its hash. */
export async function sendTransaction([asked]: readonly unknown[]): Promise<Hex> {
  return (await callNode('eth_sendRawTransaction', [await signTransaction([asked])])) as Hex;
}

/** Fills what is missing from the node, as wallets do, and signs. */
export async function signTransaction([asked]: readonly unknown[]): Promise<Hex> {
  const tx = asked as Readonly<Record<string, string | undefined>>;
  const signer = await account();
  const call = {
    from: signer.address,
    to: tx.to,
    data: padded(tx.data ?? tx.input),
    value: prefixed(tx.value ?? '0x0'),
  };
  const gas = tx.gas ?? tx.gasLimit ?? (await callNode('eth_estimateGas', [call]));
  const nonce = tx.nonce ?? (await callNode('eth_getTransactionCount', [signer.address, 'pending']));
  const gasPrice = tx.gasPrice ?? (await callNode('eth_gasPrice', []));
  return signer.signTransaction({
    type: 'legacy',
    chainId: Number((await readConfig()).chainId),
    to: (call.to ?? null) as Hex | null,
    data: call.data as Hex,
    value: BigInt(call.value),
    gas: BigInt(prefixed(String(gas))),
    nonce: Number(prefixed(String(nonce))),
    gasPrice: BigInt(prefixed(String(gasPrice))),
  });
}

/** MetaMask takes quantities without `0x`, and they are hexadecimal all the same. */
function prefixed(text: string): string {
  return text.startsWith('0x') ? text : `0x${text}`;
}

/** MetaMask pads data of odd length with a zero in front. */
function padded(text: string | undefined): string {
  const digits = (text ?? '0x').replace(/^0x/u, '');
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

function isAddressLike(value: unknown): boolean {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/u.test(value);
}
