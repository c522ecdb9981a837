import { describe, expect, it } from 'vitest';
import { extensionPlace } from './extensionOrder.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';
import { type Observed, probeOrder } from './orderProbe.ts';
import { geckoId } from './session.ts';

/** MetaMask's id at addons.mozilla.org. */
const METAMASK = 'webextension@metamask.io';

describe('the order of content scripts in Firefox', () => {
  it("gives our id a place before MetaMask's, and before all but one id in ten thousand", () => {
    expect(extensionPlace(geckoId())).toBeLessThan(1e-4);
    expect(extensionPlace(METAMASK)).toBeGreaterThan(1e-2);
  });

  it('follows the hash of the id, not its letters, nor the install, nor the address of its pages', async ({ skip }) => {
    if (findFirefox() === null) skip(NO_FIREFOX);
    const early = { id: 'zzz@x.invalid', uuid: 'ffffffff-0000-4000-8000-000000000001' };
    const late = { id: 'bbb@x.invalid', uuid: '11111111-0000-4000-8000-000000000002' };
    expect(extensionPlace(early.id)).toBeLessThan(extensionPlace(late.id));

    const seen = await probeOrder([late, early], ['localhost', '127.0.0.1']);
    const second = seen.filter(({ load }) => load === 'second');
    expect(second.length).toBe(2);
    for (const { isolated, main, pageFirst } of second) {
      expect(isolated).toEqual([early.id, late.id]);
      expect(main).toEqual([early.id, late.id]);
      expect(pageFirst).toBe(false);
    }
    // What the gate rests on: whoever runs first, a capture listener hears a message before any listener that is none.
    expect(seen.flatMap(stoppedInVain)).toEqual([]);
  });
});

function stoppedInVain({ heardThough }: Observed): string[] {
  return Object.entries(heardThough).flatMap(([stopper, heard]) => heard.map((who) => `${who} heard past ${stopper}`));
}
