import './testing/realm.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { watchGlobals } from './globals.ts';
import { createMembrane } from './membrane.ts';

const page = window as unknown as Record<string, unknown>;
const wallet = () => ({ request: async () => null });

function watched() {
  const seen: [object, boolean][] = [];
  const membrane = createMembrane(() => null);
  const globals = watchGlobals(membrane, (raw, first) => seen.push([raw, first]));
  return { globals, membrane, seen };
}

afterEach(() => {
  for (const name of ['ethereum', 'coinbaseWalletExtension']) Reflect.deleteProperty(page, name);
});

describe('the globals of a page', () => {
  it('say that a wallet loads before us, whichever name it stands under', () => {
    expect(watched().globals.first).toBe(false);
    for (const name of ['ethereum', 'coinbaseWalletExtension']) {
      Reflect.deleteProperty(page, 'ethereum');
      const raw = wallet();
      page[name] = raw;
      const { globals, seen, membrane } = watched();
      expect(globals.first, name).toBe(true);
      for (const told of seen) expect(told).toEqual([raw, true]);
      expect(seen.length).toBeGreaterThan(0);
      expect(page[name]).toBe(membrane.wrap(raw));
      Reflect.deleteProperty(page, name);
    }
  });

  it('give the wrapper of a wallet that comes later, and let it be replaced', () => {
    const { globals, seen, membrane } = watched();
    const [one, other] = [wallet(), wallet()];
    page.ethereum = one;
    expect(page.ethereum).toBe(membrane.wrap(one));
    page.ethereum = other;
    expect(page.ethereum).toBe(membrane.wrap(other));
    expect([globals.first, seen.map(([raw]) => raw)]).toEqual([false, [one, other]]);
  });
});
