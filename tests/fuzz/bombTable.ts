import { KNOWN_CALLS } from '../../src/decode/gist.ts';
import { METHODS } from '../../src/request/methods.ts';
import { READ_SELECTORS } from './selectors.ts';
import { bigTypedData, TYPED_ENTRIES } from './typedDataShapes.ts';

/** One request made to stall or fill the reader (design: checks.md B2). */
export interface Bomb {
  /** What kind of bomb, and which: the bench gives the worst of each kind. */
  readonly kind: string;
  readonly name: string;
  readonly method: string;
  /** A value, or JSON text as it came. */
  readonly params: unknown;
}

export const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
export const TARGET = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';

/** Bytes of calldata that just fit into the 2 MB a request may have. */
const MOST_BYTES = 995_000;

const word = (n: number | bigint): string => n.toString(16).padStart(64, '0');
const filled = (pattern: string): string => pattern.repeat(Math.floor((2 * MOST_BYTES) / pattern.length));

/** What fills the calldata: pointers to the start, lengths of lists that just fit, and both in turn. */
const FILLINGS: Readonly<Record<string, string>> = {
  pointers: filled(word(32)),
  lists: filled(word(32) + word(15_000)),
  'lists of lists': filled(word(32) + word(64) + word(96) + word(200)),
};

/** Calldata of every function anybody here reads, in each filling. */
export function* callBombs(): Generator<Bomb> {
  for (const selector of new Set([...READ_SELECTORS, ...KNOWN_CALLS.keys()])) {
    for (const [name, filling] of Object.entries(FILLINGS)) {
      yield sent('calldata of every known function, 1 MB', `${selector} ${name}`, `${selector}${filling}`);
    }
  }
}

/** Typed data of every protocol, its lists and bytes as long as a request may be, and as long as they are still read. */
export function* typedBombs(): Generator<Bomb> {
  for (const fields of [90_000, 22_000]) {
    for (const entry of TYPED_ENTRIES) {
      const params = [ACCOUNT, JSON.stringify(bigTypedData(entry, fields))];
      const kind = `typed data of every protocol, ${fields} fields`;
      yield { kind, name: entry, method: 'eth_signTypedData_v4', params };
    }
  }
}

/** One parameter list of each shape for every method. */
export function* methodBombs(): Generator<Bomb> {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const wide = JSON.stringify(Array.from({ length: 99_000 }, (_, at) => at % 7));
  const fitting = JSON.stringify([Object.fromEntries(Array.from({ length: 16_000 }, (_, at) => [`k${at}`, at]))]);
  const wideObject = JSON.stringify([Object.fromEntries(Array.from({ length: 99_000 }, (_, at) => [`k${at}`, at]))]);
  const long = JSON.stringify(['a'.repeat(1_990_000), ACCOUNT]);
  const hex = JSON.stringify([`0x${'ab'.repeat(995_000)}`, ACCOUNT]);
  for (const [method, way] of Object.entries(METHODS)) {
    // What passes is never read.
    if (way === 'pass') continue;
    const kind = 'parameters of every judged method';
    yield { kind, name: `${method} 10,000 deep`, method, params: deep };
    yield { kind, name: `${method} 99,000 items`, method, params: wide };
    yield { kind, name: `${method} 99,000 members`, method, params: wideObject };
    yield { kind, name: `${method} 16,000 members`, method, params: fitting };
    yield { kind, name: `${method} 2 MB of text`, method, params: long };
    yield { kind, name: `${method} 1 MB of bytes`, method, params: hex };
  }
}

/** The bombs that need building by hand. */
export function* builtBombs(): Generator<Bomb> {
  yield sent('2 MB of calldata', 'over the limit', `0xac9650d8${'00'.repeat(2_000_000)}`);
  yield sent('2 MB of calldata', 'no known function', `0x12345678${filled(word(7))}`);
  yield sent('2 MB of calldata', 'a deployment', `0x${'60'.repeat(MOST_BYTES)}`, null);
  yield sent('nested batches', '40 deep', nested(40, '0x12345678'));
  yield sent('nested batches', '16 wide, 4 deep', fan(16, 4, '0x12345678'));
  yield sent('nested batches', '256 wide, each 3 kB', list(Array.from({ length: 256 }, () => 'ab'.repeat(3_000))));
  yield sent('nested batches', 'one item pointed at 250 times', pointedAt(250, 400_000));
  yield sent('nested batches', 'a batch pointed at 250 times, 3 deep', pointedAtDeep(250, 3));
  const calls = (data: string, count: number) => Array.from({ length: count }, () => ({ to: TARGET, data }));
  const inner = fan(16, 2, '0x12345678');
  yield asked('nested batches', '100 calls of 272', 'wallet_sendCalls', [{ from: ACCOUNT, calls: calls(inner, 100) }]);
  yield asked('nested batches', '257 calls', 'wallet_sendCalls', [{ from: ACCOUNT, calls: calls('0x', 257) }]);
  const one = {
    method: 'eth_sendTransaction',
    params: [{ from: ACCOUNT, to: TARGET, data: fan(16, 3, '0x12345678') }],
  };
  yield asked(
    'nested batches',
    '20 requests of 4,000 actions',
    'jsonrpc_batch',
    Array.from({ length: 20 }, () => one),
  );
  yield* typedShapes();
}

function* typedShapes(): Generator<Bomb> {
  const kind = 'typed data of odd shape';
  const members = Array.from({ length: 100_001 }, (_, at) => ({ name: `a${at}`, type: 'uint8' }));
  const message = Object.fromEntries(members.map(({ name }) => [name, 1]));
  yield typed(kind, '100,001 fields', typedOf(message, members));
  const half = members.slice(0, 32_000);
  yield typed(kind, '32,000 members', typedOf(Object.fromEntries(half.map(({ name }) => [name, 1])), half));
  yield typed(kind, 'a list of 99,000', typedOf({ a: Array(99_000).fill(1) }, [{ name: 'a', type: 'uint8[]' }]));
  let own: unknown = null;
  for (let depth = 0; depth < 60; depth += 1) own = { next: own };
  yield typed(kind, 'a struct in itself', typedOf(own, [{ name: 'next', type: 'Bomb' }]));
  for (const length of [120, 300]) {
    const names = Array.from({ length }, (_, at) => `T${at}`);
    const each = names.map((name) => ({ name: name.toLowerCase(), type: name }));
    const types = Object.fromEntries(names.map((name) => [name, each]));
    yield typed(kind, `${length} types that refer to each other`, typedOf({}, each, types));
  }
  yield typed(kind, '100,000 dimensions', typedOf({ a: [] }, [{ name: 'a', type: `uint8${'[]'.repeat(100_000)}` }]));
  yield typed(kind, 'a name of 1 MB', typedOf({}, [{ name: 'a'.repeat(1_000_000), type: 'uint8' }]));
  yield typed(kind, 'a type of 1 MB', typedOf({ a: 1 }, [{ name: 'a', type: 'u'.repeat(1_000_000) }]));
  const bytes = `0x${'ab'.repeat(900_000)}`;
  yield typed(kind, 'bytes of 1 MB', typedOf({ a: bytes }, [{ name: 'a', type: 'bytes' }]));
  yield typed(kind, 'text of 1.9 MB', typedOf({ a: '\u202e'.repeat(600_000) }, [{ name: 'a', type: 'string' }]));
  const domain = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`d${at}`, 'x']));
  yield typed(kind, 'a domain of 30,000', { ...typedOf({}, []), domain });
  let tree: unknown = Array.from({ length: 2 }, () => ({}));
  for (let depth = 0; depth < 14; depth += 1) tree = [tree, tree];
  const dims = '[2]'.repeat(15);
  yield typed(kind, 'a tree of 32,768 orders', {
    ...typedOf({ tree }, []),
    primaryType: 'BulkOrder',
    types: { EIP712Domain: [], BulkOrder: [{ name: 'tree', type: `OrderComponents${dims}` }], OrderComponents: [] },
  });
}

function typedOf(message: unknown, members: readonly object[], more: object = {}): object {
  return { types: { EIP712Domain: [], Bomb: members, ...more }, primaryType: 'Bomb', domain: {}, message };
}

function typed(kind: string, name: string, data: object): Bomb {
  return asked(kind, name, 'eth_signTypedData_v4', [ACCOUNT, JSON.stringify(data)]);
}

function asked(kind: string, name: string, method: string, params: unknown): Bomb {
  return { kind, name, method, params: JSON.stringify(params) };
}

function sent(kind: string, name: string, data: string, to: string | null = TARGET): Bomb {
  return asked(kind, name, 'eth_sendTransaction', [{ from: ACCOUNT, ...(to === null ? {} : { to }), data }]);
}

/** `multicall(bytes[])` of these items, given as digits. */
function list(items: readonly string[]): string {
  const padded = items.map((item) => item.padEnd(Math.ceil(item.length / 64) * 64, '0'));
  let at = 32 * items.length;
  const heads: string[] = [];
  for (const [index, item] of items.entries()) {
    heads.push(word(at));
    at += 32 + (padded[index]?.length ?? 0) / 2;
    padded[index] = word(item.length / 2) + (padded[index] ?? '');
  }
  return `0xac9650d8${word(32)}${word(items.length)}${heads.join('')}${padded.join('')}`;
}

function nested(depth: number, data: string): string {
  let inner = data;
  for (let at = 0; at < depth; at += 1) inner = list([inner.slice(2)]);
  return inner;
}

function fan(wide: number, deep: number, data: string): string {
  let inner = data;
  for (let at = 0; at < deep; at += 1) inner = list(Array.from({ length: wide }, () => inner.slice(2)));
  return inner;
}

/** Every pointer leads to the same item: small to send, large to read. */
function pointedAt(times: number, bytes: number): string {
  const item = `${word(bytes)}${'ac'.repeat(bytes)}`;
  return `0xac9650d8${word(32)}${word(times)}${word(times * 32).repeat(times)}${item}`;
}

function pointedAtDeep(times: number, deep: number): string {
  let inner = '12345678';
  for (let at = 0; at < deep; at += 1) {
    const padded = inner.padEnd(Math.ceil(inner.length / 64) * 64, '0');
    const item = `${word(inner.length / 2)}${padded}`;
    inner = `ac9650d8${word(32)}${word(times)}${word(times * 32).repeat(times)}${item}`;
  }
  return `0x${inner}`;
}
