import { t, type WordId } from './words.ts';

/** Attack families that have their own drawing and name; see `Explanation.shape`. */
export type Shape = 'approval' | 'permit' | 'order' | 'payment' | 'login' | 'blind' | 'control' | 'site' | 'calm';

const SHAPE_WORDS: ReadonlyMap<string, WordId> = new Map([
  ['approval', 'shape.approval'],
  ['permit', 'shape.permit'],
  ['order', 'shape.order'],
  ['payment', 'shape.payment'],
  ['login', 'shape.login'],
  ['blind', 'shape.blind'],
  ['control', 'shape.control'],
  ['site', 'shape.site'],
  ['calm', 'shape.calm'],
]);

/** The family's name; a shape this page does not know is "Unreadable request", never a calm one. */
export function shapeWord(shape: string): string {
  return t(SHAPE_WORDS.get(shape) ?? 'shape.blind');
}
