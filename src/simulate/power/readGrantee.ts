import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, numberToHex, parseAbi } from 'viem';
import { proxyOf, readProxySlots } from '../contractFacts/proxy.ts';
import { decodeReads, encodeReads, READER_CODE, type Read, type Words } from '../probeCode.ts';
import { TOPIC } from '../probesFromLogs.ts';
import { readArray, readBytes, readRecord } from '../rpcValue.ts';
import type { Setting } from '../Setting.ts';
import type { Ask } from '../trip.ts';
import { addressesIn } from './selectorsIn.ts';
import type { Want } from './wantsIn.ts';

/** What one needs to know of a grantee before trying who can use its power. */
export interface Grantee {
  readonly code: Hex;
  /** Lower case; the code behind a proxy, when this is one. */
  readonly implementation: Address | null;
  /** True where that code can never change (EIP-1167). */
  readonly fixed: boolean;
  /** Who may change it, where the proxy's storage says so. */
  readonly admin: Address | null;
  /** Those who may change it, where the proxy's storage says so; `null` where anybody named may be one. */
  readonly keepers: readonly Address[] | null;
  /** Addresses its code, first storage slots and own events name: owners, operators, receivers. */
  readonly named: readonly Address[];
  /** Functions that a diamond says it has (EIP-2535): they stand in no code of its own. */
  readonly loupe: readonly Hex[];
}

/** Where Solidity keeps a contract's first variables; an owner is nearly always among them. */
const FIRST_SLOTS = 10;

/** OpenZeppelin's Ownable behind a proxy (ERC-7201 `openzeppelin.storage.Ownable`). */
const OWNABLE_SLOT = '0x9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300';

/** @throws RpcError when the endpoint would not say. */
export async function readGrantee(ask: Ask, { through }: Want, setting: Setting): Promise<Grantee> {
  const slots = [OWNABLE_SLOT, ...Array.from({ length: FIRST_SLOTS }, (_, index) => numberToHex(index, { size: 32 }))];
  const [code, proxySlots, eventful, loupe, words] = await Promise.all([
    readCode(ask, through),
    readProxySlots(ask, through),
    namedByEvents(ask, through, setting),
    readLoupe(ask, through),
    Promise.all(
      slots.map(async (slot) => {
        const outcome = await ask({ method: 'eth_getStorageAt', params: [through, slot, 'latest'] });
        return outcome.ok ? readBytes(outcome.result, 'a storage slot') : '0x';
      }),
    ),
  ]);
  const { implementation, proxy, admin } = proxyOf(code, proxySlots);
  const stored = words.flatMap((word) => [addressIn(word, 0), besideFlag(word)]);
  const kept = [admin, ...stored].filter((one) => one !== null);
  return {
    code,
    implementation,
    fixed: proxy === 'eip1167',
    admin,
    keepers: null,
    named: [...new Set([...kept, ...addressesIn(code), ...eventful])],
    loupe,
  };
}

/** A diamond's own list of its functions; empty for everything else, and for lists no diamond would give. */
async function readLoupe(ask: Ask, through: Address): Promise<readonly Hex[]> {
  const data = encodeFunctionData({ abi: LOUPE });
  const outcome = await ask({ method: 'eth_call', params: [{ to: through, data }, 'latest'] });
  const answer = outcome.ok ? readBytes(outcome.result, 'the facets') : '0x';
  if (answer.length < MIN_LOUPE || answer.length > MAX_LOUPE) return [];
  try {
    return decodeFunctionResult({ abi: LOUPE, data: answer }).flatMap(({ selectors }) => selectors);
  } catch {
    // Something else by the same name.
    return [];
  }
}

/** One facet with one function is 8 words; characters of hex. */
const MIN_LOUPE = 2 + 64 * 7;
const MAX_LOUPE = 2 + 64 * 2_000;

/** Roles kept in mappings leave their holders in events: RoleGranted, OwnershipTransferred and home-made kin. */
async function namedByEvents(ask: Ask, through: Address, setting: Setting): Promise<readonly Address[]> {
  const outcome = await ask({ method: 'eth_getLogs', params: [{ address: through, fromBlock: recentBlock(setting) }] });
  if (!outcome.ok) return [];
  const topics = readArray(outcome.result, 'the logs')
    .slice(0, MAX_EVENTS)
    .flatMap((log) => readArray(readRecord(log, 'a log').topics, 'its topics').slice(1));
  const words = topics
    .map((topic) => readBytes(topic, 'a topic'))
    .filter((word) => word.startsWith(`0x${'0'.repeat(24)}`));
  return words.map((word) => addressIn(word, 0)).filter((one) => one !== null);
}

/** A contract's first events name who set it up; a busy one's later events name its users. */
const MAX_EVENTS = 12;

function recentBlock({ header }: Setting): Hex {
  return numberToHex(header.number > RECENT_BLOCKS ? header.number - RECENT_BLOCKS : 0n);
}

/** @throws RpcError */
export async function readCode(ask: Ask, address: Address): Promise<Hex> {
  const outcome = await ask({ method: 'eth_getCode', params: [address, 'latest'] });
  if (!outcome.ok) throw outcome.error;
  return readBytes(outcome.result, 'a contract’s code');
}

/** Items looked for by number: young collections count from 0 or 1. */
const FIRST_ITEMS = 48;
/** Blocks searched for events: public endpoints refuse more than 10,000. */
const RECENT_BLOCKS = 9_000n;

/** An item of the user's. */
export interface Item {
  readonly id: bigint;
  readonly type: 'erc721' | 'erc1155';
}

/** One item of the collection that is the user's, or `null` when none was found. */
export async function findItem(ask: Ask, want: Want, user: Address, setting: Setting): Promise<Item | null> {
  const { itemId, token } = want;
  // So many of one id (ERC-6909) are kept as coins are; an item is one of its collection.
  if (itemId !== null) return { id: itemId, type: want.tokenType === 'collection' ? 'erc721' : 'erc1155' };
  const ids = Array.from({ length: FIRST_ITEMS }, (_, index) => BigInt(index));
  const [owners, balances, seen] = await Promise.all([
    readAll(
      ask,
      setting,
      ids.map((id) => ({ to: token, data: encodeFunctionData({ abi: OWNER, args: [id] }) })),
    ),
    readAll(
      ask,
      setting,
      ids.map((id) => ({ to: token, data: encodeFunctionData({ abi: BALANCE, args: [user, id] }) })),
    ),
    ask({
      method: 'eth_getLogs',
      params: [{ address: token, fromBlock: recentBlock(setting), topics: [TOPIC.transfer, null, topicOf(user)] }],
    }),
  ]);
  const owned = ids.find((_, index) => owners[index]?.[0] === BigInt(user));
  if (owned !== undefined) return { id: owned, type: 'erc721' };
  const held = ids.find((_, index) => (balances[index]?.[0] ?? 0n) > 0n);
  if (held !== undefined) return { id: held, type: 'erc1155' };
  const last = seen.ok ? readArray(seen.result, 'the logs').at(-1) : undefined;
  const id = last === undefined ? undefined : readArray(readRecord(last, 'a log').topics, 'its topics')[3];
  return id === undefined ? null : { id: BigInt(readBytes(id, 'an item')), type: 'erc721' };
}

/** Many reads as one `eth_call`; empty when the endpoint would not. */
export async function readAll(ask: Ask, setting: Setting, reads: readonly Read[]): Promise<readonly Words[]> {
  const { reader } = setting.places;
  const data = encodeReads(reads);
  const outcome = await ask({
    method: 'eth_call',
    params: [{ to: reader, data }, 'latest', { [reader]: { code: READER_CODE } }],
  });
  return outcome.ok ? (decodeReads(readBytes(outcome.result, 'what was read'), reads.length) ?? []) : [];
}

/** The address at this many bytes from the right; `null` when the digits are no likely address. */
function addressIn(word: Hex, offset: number): Address | null {
  if (word.length !== 66) return null;
  const end = 66 - 2 * offset;
  const digits = word.slice(end - 40, end).toLowerCase();
  return /^0{12}/u.test(digits) || /^f{12}/u.test(digits) ? null : `0x${digits}`;
}

/** An address that shares its slot with a flag; a slot of one address alone holds none. */
function besideFlag(word: Hex): Address | null {
  return word.startsWith(`0x${'0'.repeat(24)}`) ? null : addressIn(word, 1);
}

function topicOf(address: Address): Hex {
  return `0x${address.slice(2).padStart(64, '0')}`;
}

const OWNER = parseAbi(['function ownerOf(uint256 id) view returns (address)']);
const BALANCE = parseAbi(['function balanceOf(address account, uint256 id) view returns (uint256)']);
const LOUPE = parseAbi([
  'struct Facet { address facet; bytes4[] selectors; }',
  'function facets() view returns (Facet[])',
]);
