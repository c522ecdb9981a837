import { type Hex, hexToBytes } from 'viem';
import { argumentShape, type Shape } from './argumentShape.ts';
import type { Attempts } from './runTrial.ts';

/** Functions whose arguments are laid out alike. */
export interface Shaped {
  /** `null` where the program does not tell. */
  readonly shape: Shape | null;
  readonly selectors: readonly Hex[];
}

/** Functions by the layout of their arguments, as the first program that knows each tells. */
export function shaped(programs: readonly Hex[], selectors: readonly Hex[]): readonly Shaped[] {
  const codes = programs.filter((code) => code.length % 2 === 0).map((code) => hexToBytes(code));
  const groups = new Map<string, { shape: Shape | null; selectors: Hex[] }>();
  for (const selector of selectors) {
    const shape = codes.reduce<Shape | null>((found, code) => found ?? argumentShape(code, selector), null);
    const key = shape === null ? '' : [shape.words, shape.offsets, shape.addresses].join(' ');
    const group = groups.get(key) ?? { shape, selectors: [] };
    group.selectors.push(selector);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Every group with the lists made for its shape. */
export function attemptsFor(
  groups: readonly Shaped[],
  lists: (shape: Shape | null) => readonly Hex[],
): readonly Attempts[] {
  return groups
    .map(({ shape, selectors }) => ({ selectors, lists: lists(shape) }))
    .filter((attempts) => attempts.lists.length > 0);
}
