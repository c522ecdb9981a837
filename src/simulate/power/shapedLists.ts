import { type Address, concatHex, type Hex, numberToHex, padHex, size } from 'viem';
import { fits, type Pull, permutations, type Roles } from './argumentLists.ts';
import type { Shape } from './argumentShape.ts';

/**
 * Arguments for a function of this shape that takes somebody's tokens: its plain words hold whatever its lists, structs
 * and bytes do not.
 *
 * @param asked the contract that would be asked for the tokens: themselves, or who keeps the allowance.
 */
export function shapedPulls(shape: Shape, { token, user, by, amount }: Roles, asked = token): readonly Hex[] {
  const [t, u, b, a] = [word(token), word(user), word(by), numberToHex(amount, { size: 32 })];
  const people = [t, u, b];
  const offsets = shape.offsets.length;
  const listed = chosen([t, u, b, a], offsets).concat(
    // Items of an ERC-1155 come with their number.
    offsets < 2 ? [] : chosen([t, u, b], offsets - 2).flatMap((rest) => permutations([...rest, a, ONE])),
  );
  const byLists = listed.flatMap((held) =>
    plainWords(
      shape,
      people.filter((one) => !held.includes(one)),
      held.includes(a) ? ONE : a,
    ).map((plain) => assembled(shape, plain, held.map(listOf))),
  );
  if (offsets === 0) return byLists.filter(fits);
  const around = shape.words === offsets ? [t] : [...new Set([word(asked), t, u])];
  const plain = around.map((one) => filled(shape, () => one, a));
  const byStructs = permutations([t, u, b, a]).flatMap((fields) =>
    [concatHex([ONE, ...fields, ONE]), concatHex([...fields, at(5), ZERO]), bytesOf(concatHex(fields))].flatMap(
      (struct, kind) =>
        places(offsets, struct).flatMap((tails) =>
          plain.slice(0, kind === 0 ? plain.length : 1).map((words) => assembled(shape, words, tails)),
        ),
    ),
  );
  return [...new Set([...byLists, ...byStructs])].filter(fits);
}

/** Arguments for a function of this shape that passes any call on, in all the ways a call may be written down. */
export function shapedForwards({ to, data }: Pull, shape: Shape): readonly Hex[] {
  const { offsets, words, addresses } = shape;
  if (offsets.length === 0) return [];
  const target = word(to);
  const call = bytesOf(data);
  const written = FIELDS.flatMap((fields) => {
    const head = fields.map((field) => (field === 'to' ? target : field === 'data' ? at(4) : field));
    const struct = concatHex([...head, call]);
    return [concatHex([ONE, at(1), struct]), struct, ...(fields[3] === ZERO ? [bytesOf(struct)] : [])];
  });
  const numbers = Array.from({ length: words }, (_, index) => index).filter(
    (index) => !offsets.includes(index) && !addresses.includes(index),
  );
  // A number is a value or an amount, better none, or a gas limit or a deadline, better far.
  const far = [[], ...numbers.map((one) => [one]), ...(numbers.length > 1 ? [numbers] : [])].map(
    (some) => (index: number) => (some.includes(index) ? FAR : ZERO),
  );
  const named = addresses.length === 0 ? numbers : addresses;
  const plain = [
    ...named.map((one) => [one]),
    ...(named.length > 1 ? [named] : []),
    ...(named.length === 0 ? [[]] : []),
  ];
  const heads = far.flatMap((number) =>
    plain.map((targets) => filledAt(shape, (index) => (targets.includes(index) ? target : number(index)))),
  );
  const lists = pairs(offsets.length).map(([one, other]) =>
    offsets.map((_, index) =>
      index === one ? listOf(target) : index === other ? concatHex([ONE, at(1), call]) : NOTHING,
    ),
  );
  const inHead = [call, concatHex([ONE, at(1), call])].flatMap((tail) => places(offsets.length, tail));
  const bare = far.map((number) => filledAt(shape, number));
  const apart = [...written.flatMap((tail) => places(offsets.length, tail)), ...lists];
  const all = [
    ...heads.flatMap((plainWords) => inHead.map((tails) => assembled(shape, plainWords, tails))),
    ...bare.flatMap((plainWords) => apart.map((tails) => assembled(shape, plainWords, tails))),
  ];
  return [...new Set(all)].filter(fits);
}

/** The plain words in every order: addresses where the function cuts words to addresses, a number elsewhere. */
function plainWords(shape: Shape, people: readonly Hex[], number: Hex): readonly (readonly Hex[])[] {
  const { words, offsets, addresses } = shape;
  if (addresses.length === 0) {
    const count = Math.min(words - offsets.length, people.length + 1);
    return chosen([...people, number], count).map((order) => {
      let next = 0;
      return filled(shape, () => ZERO, ZERO).map(() => order[next++] ?? ONE);
    });
  }
  const numbers = words - offsets.length - addresses.length;
  // Permit2 counts in as many bits as an address has.
  const cut = numbers === 0 ? [...people, number] : people;
  const orders = chosen(cut, Math.min(addresses.length, cut.length));
  return orders.flatMap((order) => {
    const person = (index: number): Hex => order[index % order.length] ?? ZERO;
    const all = filled(shape, person, number);
    // Which of several numbers is the amount, nobody knows; the others may want to be small.
    return numbers < 2 ? [all] : [all, filled(shape, person, number, ONE), filled(shape, person, ONE, number)];
  });
}

/** The plain words: addresses by their turn, the first number, and those after it. */
function filled(shape: Shape, person: (turn: number) => Hex, number: Hex, others: Hex = number): readonly Hex[] {
  let [turn, numbers] = [0, 0];
  return filledAt(shape, (index) => {
    if (shape.addresses.includes(index)) return person(turn++);
    return numbers++ === 0 ? number : others;
  });
}

function filledAt({ words, offsets }: Shape, fill: (index: number) => Hex): readonly Hex[] {
  return Array.from({ length: words }, (_, index) => index)
    .filter((index) => !offsets.includes(index))
    .map(fill);
}

/** Head and tails as the ABI lays them out. */
function assembled({ words, offsets }: Shape, plain: readonly Hex[], tails: readonly Hex[]): Hex {
  const ends = tails.map((_, index) => words + size(concatHex(tails.slice(0, index))) / 32);
  let next = 0;
  const head = Array.from({ length: words }, (_, index) => {
    const which = offsets.indexOf(index);
    return which < 0 ? (plain[next++] ?? ZERO) : at(ends[which] ?? words);
  });
  return concatHex([...head, ...tails]);
}

/** The same tail at each place in turn, nothing at the others. */
function places(count: number, tail: Hex): readonly (readonly Hex[])[] {
  return Array.from({ length: count }, (_, place) =>
    Array.from({ length: count }, (_, index) => (index === place ? tail : NOTHING)),
  );
}

function pairs(count: number): readonly (readonly [number, number])[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  return indices.flatMap((one) => indices.filter((other) => other !== one).map((other) => [one, other] as const));
}

/** So many of them, in every order. */
function chosen(from: readonly Hex[], count: number): readonly (readonly Hex[])[] {
  if (count <= 0) return [[]];
  return from.flatMap((first) =>
    chosen(
      from.filter((one) => one !== first),
      count - 1,
    ).map((rest) => [first, ...rest]),
  );
}

function listOf(one: Hex): Hex {
  return concatHex([ONE, one]);
}

function bytesOf(data: Hex): Hex {
  const padded = padHex(data, { size: 32 * Math.ceil(size(data) / 32), dir: 'right' });
  return concatHex([numberToHex(size(data), { size: 32 }), padded]);
}

function word(address: Address): Hex {
  return padHex(address, { size: 32 });
}

function at(words: number): Hex {
  return numberToHex(32 * words, { size: 32 });
}

const ZERO = numberToHex(0, { size: 32 });
const ONE = numberToHex(1, { size: 32 });
/** A deadline, or more gas than there is. */
const FAR = numberToHex(1n << 40n, { size: 32 });
/** One zero: as a list, or as bytes. */
const NOTHING = concatHex([ONE, ZERO]);

/** A call as a struct of up to four fields: where target and bytes stand, and what the others are. */
const FIELDS: readonly (readonly ('to' | 'data' | Hex)[])[] = [ZERO, FAR].flatMap((other) =>
  pairs(other === ZERO ? 4 : 3).map(([to, data]) =>
    Array.from({ length: 4 }, (_, index) => (index === to ? 'to' : index === data ? 'data' : other)),
  ),
);
