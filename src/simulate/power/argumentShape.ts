import type { Hex } from 'viem';

/** What a function's code says of its arguments. */
export interface Shape {
  /** Words of the head that stand for something of any length, by their offset: arrays, bytes, structs of these. */
  readonly offsets: readonly number[];
  /** Words of the head that are cut to an address. */
  readonly addresses: readonly number[];
  /** Words of the head, as far as the code reads or checks them. */
  readonly words: number;
}

/** One word of the head as it was read, or sums of it. */
interface Word {
  readonly word: number;
}

/** What the walk has come to know. */
interface Told {
  readonly offsets: Set<number>;
  readonly addresses: Set<number>;
  words: number;
}

/** `null` is anything else the program cannot know before it runs. */
type Value = bigint | Word | null;

interface Branch {
  readonly at: number;
  readonly stack: readonly Value[];
}

/**
 * Which words of a function's arguments are offsets: its program is walked with nothing known but the selector, both ways
 * at every condition. A word compared with the longest length there is, or read behind, is an offset.
 *
 * @returns `null` where the program knows no such function, reads no arguments, or was too long to tell.
 */
export function argumentShape(program: Uint8Array, selector: Hex): Shape | null {
  const first = BigInt(selector) << 224n;
  const told: Told = { offsets: new Set(), addresses: new Set(), words: 0 };
  const seen = new Map<string, number>();
  const branches: Branch[] = [{ at: 0, stack: [] }];
  const fork = (at: Value | undefined, stack: readonly Value[]): void => {
    if (typeof at !== 'bigint' || at >= BigInt(program.length) || program[Number(at)] !== JUMPDEST) return;
    // A helper that every argument is read by returns elsewhere each time; a loop is the same place again.
    const returns = stack.filter((one) => typeof one === 'bigint' && program[Number(one)] === JUMPDEST);
    const place = [at, ...returns].join();
    const times = (seen.get(place) ?? 0) + 1;
    seen.set(place, times);
    if (times <= MAX_VISITS) branches.push({ at: Number(at), stack });
  };
  let steps = MAX_STEPS;
  for (let branch = branches.pop(); branch !== undefined && steps > 0; branch = branches.pop()) {
    let { at } = branch;
    const stack = [...branch.stack];
    while (at < program.length && stack.length < MAX_DEPTH && steps > 0) {
      steps -= 1;
      const opcode = program[at] ?? 0;
      at += 1;
      if (opcode >= PUSH0 && opcode <= PUSH32) {
        const width = opcode - PUSH0;
        stack.push(numberAt(program, at, width));
        at += width;
      } else if (opcode >= DUP1 && opcode <= DUP16) {
        stack.push(stack.at(DUP1 - opcode - 1) ?? null);
      } else if (opcode >= SWAP1 && opcode <= SWAP16) {
        const [top, below] = [stack.length - 1, stack.length - 2 - (opcode - SWAP1)];
        if (below < 0) break;
        [stack[top], stack[below]] = [stack[below] ?? null, stack[top] ?? null];
      } else if (opcode === JUMP) {
        fork(stack.pop(), stack);
        break;
      } else if (opcode === JUMPI) {
        const [to, condition] = [stack.pop(), stack.pop()];
        if (typeof condition !== 'bigint') fork(to, [...stack]);
        else if (condition !== 0n) {
          fork(to, stack);
          break;
        }
      } else {
        const [takes, gives] = effectOf(opcode);
        if (takes < 0) break;
        const args: readonly Value[] = Array.from({ length: takes }, () => stack.pop() ?? null);
        if (gives > 0) stack.push(resultOf(opcode, args, first, told));
        else if (opcode === CALLDATACOPY) mark(args[1], told.offsets);
      }
    }
  }
  const { offsets, words } = told;
  const addresses = [...told.addresses].filter((word) => !offsets.has(word));
  return words === 0 ? null : { offsets: sorted([...offsets]), addresses: sorted(addresses), words };
}

/** What an instruction leaves on the stack; what it tells of the arguments is noted. */
function resultOf(opcode: number, [a = null, b = null]: readonly Value[], first: bigint, told: Told): Value {
  switch (opcode) {
    case CALLDATASIZE:
      return CALLDATA_BYTES;
    case CALLDATALOAD: {
      mark(a, told.offsets);
      if (a === 0n) return first;
      if (typeof a !== 'bigint' || a < 4n || (a - 4n) % 32n !== 0n || a > 4n + 32n * MAX_WORDS) return null;
      const word = Number((a - 4n) / 32n);
      told.words = Math.max(told.words, word + 1);
      return { word };
    }
    case CALLVALUE:
      return 0n;
    case ADD:
      if (isWord(a)) return a;
      if (isWord(b)) return b;
      break;
    case AND:
      if (isWord(a) && b === ADDRESS) told.addresses.add(a.word);
      if (isWord(b) && a === ADDRESS) told.addresses.add(b.word);
      break;
    case SHR:
      if (a === 160n) mark(b, told.addresses);
      break;
    case GT:
    case LT: {
      const [one, limit] = opcode === GT ? [a, b] : [b, a];
      if (isWord(one) && typeof limit === 'bigint' && LONGEST.has(limit)) {
        told.offsets.add(one.word);
        return 0n;
      }
      break;
    }
  }
  if (opcode === ISZERO) return typeof a === 'bigint' ? truth(a === 0n) : null;
  if (opcode === NOT) return typeof a === 'bigint' ? BigInt.asUintN(256, ~a) : null;
  return typeof a === 'bigint' && typeof b === 'bigint' ? computed(opcode, a, b) : null;
}

function computed(opcode: number, a: bigint, b: bigint): Value {
  switch (opcode) {
    case ADD:
      return BigInt.asUintN(256, a + b);
    case MUL:
      return BigInt.asUintN(256, a * b);
    case SUB:
      return BigInt.asUintN(256, a - b);
    case DIV:
      return b === 0n ? 0n : a / b;
    case MOD:
      return b === 0n ? 0n : a % b;
    case LT:
      return truth(a < b);
    case GT:
      return truth(a > b);
    case SLT:
      return truth(BigInt.asIntN(256, a) < BigInt.asIntN(256, b));
    case SGT:
      return truth(BigInt.asIntN(256, a) > BigInt.asIntN(256, b));
    case EQ:
      return truth(a === b);
    case AND:
      return a & b;
    case OR:
      return a | b;
    case XOR:
      return a ^ b;
    case SHL:
      return a > 255n ? 0n : BigInt.asUintN(256, b << a);
    case SHR:
      return a > 255n ? 0n : b >> a;
    default:
      return null;
  }
}

function mark(value: Value | undefined, words: Set<number>): void {
  if (isWord(value)) words.add(value.word);
}

function isWord(value: Value | undefined): value is Word {
  return typeof value === 'object' && value !== null;
}

function sorted(words: readonly number[]): readonly number[] {
  return [...words].sort((a, b) => a - b);
}

function truth(is: boolean): bigint {
  return is ? 1n : 0n;
}

function numberAt(program: Uint8Array, at: number, width: number): bigint {
  let value = 0n;
  for (let index = 0; index < width; index += 1) value = (value << 8n) | BigInt(program[at + index] ?? 0);
  return value;
}

/** How many values an instruction takes and leaves; -1 where the program ends. */
function effectOf(opcode: number): readonly [number, number] {
  const known = EFFECTS.get(opcode);
  if (known !== undefined) return known;
  if (opcode >= 0xa0 && opcode <= 0xa4) return [opcode - 0x9e, 0];
  if (opcode >= 0x01 && opcode <= 0x1d) return [2, 1];
  if (opcode >= 0x30 && opcode <= 0x5a) return [0, 1];
  return [-1, 0];
}

/** Opcode to values taken and left, where its neighbours differ. */
const EFFECTS: ReadonlyMap<number, readonly [number, number]> = new Map(
  Object.entries({
    '0 0': [0x5b],
    '1 0': [0x50],
    '2 0': [0x52, 0x53, 0x55, 0x5d],
    '3 0': [0x37, 0x39, 0x3e, 0x5e],
    '4 0': [0x3c],
    '1 1': [0x15, 0x19, 0x31, 0x35, 0x3b, 0x3f, 0x40, 0x49, 0x51, 0x54, 0x5c],
    '2 1': [0x20],
    '3 1': [0x08, 0x09, 0xf0],
    '4 1': [0xf5],
    '6 1': [0xf4, 0xfa],
    '7 1': [0xf1, 0xf2],
  }).flatMap(([effect, opcodes]) => opcodes.map((opcode) => [opcode, [Number(effect[0]), Number(effect[2])]] as const)),
);

/** Instructions walked for one function: its arguments are read first. */
const MAX_STEPS = 5_000;
/** Ways through one place with the same returns ahead. */
const MAX_VISITS = 3;
/** No compiler's stack is deeper; a hostile program's would cost time. */
const MAX_DEPTH = 128;
const MAX_WORDS = 16n;
const ADDRESS = (1n << 160n) - 1n;
/** Long enough for every function. */
const CALLDATA_BYTES = 1n << 20n;
/** Solidity's longest offset or length, in its two spellings. */
const LONGEST: ReadonlySet<bigint> = new Set([(1n << 64n) - 1n, 1n << 64n, 1n << 32n, (1n << 32n) - 1n]);

const [ADD, MUL, SUB, DIV, MOD] = [0x01, 0x02, 0x03, 0x04, 0x06];
const [LT, GT, SLT, SGT, EQ, ISZERO] = [0x10, 0x11, 0x12, 0x13, 0x14, 0x15];
const [AND, OR, XOR, NOT, SHL, SHR] = [0x16, 0x17, 0x18, 0x19, 0x1b, 0x1c];
const [CALLVALUE, CALLDATALOAD, CALLDATASIZE, CALLDATACOPY] = [0x34, 0x35, 0x36, 0x37];
const [JUMP, JUMPI, JUMPDEST, PUSH0, PUSH32] = [0x56, 0x57, 0x5b, 0x5f, 0x7f];
const [DUP1, DUP16, SWAP1, SWAP16] = [0x80, 0x8f, 0x90, 0x9f];
