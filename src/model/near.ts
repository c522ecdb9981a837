/**
 * Whether a stretch of `text` is exactly one edit (letter put in, left out, changed, or two neighbours swapped) away
 * from `name`. One edit leaves one half of the name whole, so only stretches beside a whole half are looked at.
 *
 * @example isNear('uniswap', 'claimunlswap') // true
 */
export function isNear(name: string, text: string): boolean {
  const middle = name.length >> 1;
  const head = name.slice(0, middle);
  const tail = name.slice(middle);
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const from = at + middle;
    for (const change of LENGTH_CHANGES) {
      if (isOneEdit(tail, text.slice(from, from + tail.length + change))) return true;
    }
  }
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    for (const change of LENGTH_CHANGES) {
      const from = at - middle - change;
      if (from >= 0 && isOneEdit(head, text.slice(from, at))) return true;
    }
  }
  return false;
}
const LENGTH_CHANGES = [-1, 0, 1];

function isOneEdit(one: string, two: string): boolean {
  if (one === two) return false;
  const shorter = Math.min(one.length, two.length);
  let same = 0;
  while (same < shorter && one[same] === two[same]) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && one.at(-1 - sameAtEnd) === two.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const changedOne = one.slice(same, one.length - sameAtEnd);
  const changedTwo = two.slice(same, two.length - sameAtEnd);
  if (changedOne.length <= 1 && changedTwo.length <= 1) return true;
  return changedOne.length === 2 && changedTwo === `${changedOne[1]}${changedOne[0]}`;
}
