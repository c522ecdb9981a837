import type { Hex } from 'viem';

/** Functions tried of one contract; a dispatcher's own come first. */
const MAX_SELECTORS = 24;

/**
 * Four-byte constants of runtime code that may be function selectors, those compared with EQ first. A superset: what is
 * no function reverts.
 */
export function selectorsIn(code: Hex): readonly Hex[] {
  const compared = new Set<Hex>();
  const others = new Set<Hex>();
  for (const { value, next } of pushes(code, 4)) {
    if (NO_FUNCTION.has(value)) continue;
    (next.includes(EQ) ? compared : others).add(value);
  }
  for (const value of compared) others.delete(value);
  return [...compared, ...others].slice(0, MAX_SELECTORS);
}

/** Addresses compiled into runtime code: immutables and constants. */
export function addressesIn(code: Hex): readonly Hex[] {
  const whole = pushes(code, 20).map(({ value }) => value);
  const padded = pushes(code, 32).flatMap(({ value }) =>
    value.startsWith(`0x${'0'.repeat(24)}`) ? [`0x${value.slice(26)}` as const] : [],
  );
  return [...new Set([...padded, ...whole])].filter((address) => !/^0x0{8}|^0xf{39}/u.test(address));
}

/** Constants of a full word that are no address and no mask: role names and the like. */
export function wordsIn(code: Hex): readonly Hex[] {
  const words = pushes(code, 32).map(({ value }) => value);
  return [...new Set(words)].filter((word) => !/^0x0{8}|0{16}$|f{16}/u.test(word));
}

/** Whether runtime code dispatches on selectors at all: it compares at least one with what it was called by. */
export function hasFunctions(code: Hex): boolean {
  return pushes(code, 4).some(({ value, next }) => next.includes(EQ) && !NO_FUNCTION.has(value));
}

/** Whether runtime code can pull tokens: `transferFrom`, or `safeTransferFrom` of collectibles, stands in it. */
export function canPull(code: Hex): boolean {
  return pushes(code, 4).some(({ value }) => PULLS.has(value)) || /7f(?:23b872dd|42842e0e|f242432a)0{56}/iu.test(code);
}

interface Push {
  readonly value: Hex;
  /** The two opcodes after it. */
  readonly next: readonly number[];
}

function pushes(code: Hex, width: number): readonly Push[] {
  const bytes = bytesOf(code);
  const found: Push[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const opcode = bytes[at] ?? 0;
    if (opcode < PUSH1 || opcode > PUSH32) continue;
    const length = opcode - PUSH1 + 1;
    if (length === width && at + length < bytes.length) {
      const value: Hex = `0x${code.slice(2 + 2 * (at + 1), 2 + 2 * (at + 1 + length))}`;
      found.push({ value: lower(value), next: [...bytes.slice(at + 1 + length, at + 3 + length)] });
    }
    at += length;
  }
  return found;
}

function bytesOf(code: Hex): Uint8Array {
  const bytes = new Uint8Array((code.length - 2) / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(code.slice(2 + 2 * at, 4 + 2 * at), 16);
  return bytes;
}

function lower(value: Hex): Hex {
  return `0x${value.slice(2).toLowerCase()}`;
}

const PULLS: ReadonlySet<Hex> = new Set(['0x23b872dd', '0x42842e0e', '0xf242432a']);

const EQ = 0x14;
const PUSH1 = 0x60;
const PUSH32 = 0x7f;

/** Panic(uint256), Error(string), a mask, and the ERC-20 / ERC-721 calls a drainer makes rather than offers. */
const NO_FUNCTION: ReadonlySet<Hex> = new Set([
  '0x4e487b71',
  '0x08c379a0',
  '0xffffffff',
  '0x70a08231',
  '0x23b872dd',
  '0xdd62ed3e',
  '0x095ea7b3',
  '0xa9059cbb',
  '0x01ffc9a7',
]);
