import './testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { createKeptCopies } from './keptCopies.ts';

describe('kept copies', () => {
  it('stay the same object for as long as the items do', () => {
    const copyOf = createKeptCopies();
    const [raw, one, other] = [{}, {}, {}];
    const make = () => ({});
    const first = copyOf(raw, [one], make);
    expect(copyOf(raw, [one], make)).toBe(first);
    for (const items of [[other], [one, other], []]) expect(copyOf(raw, items, make)).not.toBe(first);
    expect(copyOf({}, [one], make)).not.toBe(first);
  });
});
