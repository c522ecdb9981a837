/** A detector that compiles, is tested and proves nothing yet. Each text says what to write in its place. */
export function detectorSource(id: string): string {
  return `import type { Detector, DetectorMeta } from './Detector.ts';
import { fact } from './kit/facts.ts';
import { clear, fired, inconclusive } from './kit/outcome.ts';
import { isAcquainted, leavesToOthers, userOf } from './kit/reading.ts';

const meta: DetectorMeta = {
  id: '${id}',
  title: 'What it finds, in a few words',
  // Taxonomy id of the attack. A new detector begins as a note: it is shown and changes no level.
  family: 'K',
  severity: 'note',
  proves: 'One sentence that is true whenever it fires, or the word statistical.',
  falsePositives: 'Which honest requests make it fire.',
  blindSpots: 'Which attacks of its family it does not see.',
  clears: 'What an honest dapp changes so that it stays quiet.',
  references: ['https://example.org/where-this-was-seen'],
};

export const ${camel(id)}: Detector = {
  meta,
  // Cheap: a detector that does not apply gives no evidence at all.
  applies: (scene) => leavesToOthers(scene).length > 0,
  detect(scene) {
    // A fact that is missing is no finding and no all-clear.
    if (userOf(scene) === null) return inconclusive(meta);
    const strange = leavesToOthers(scene).find(({ to }) => to !== null && !isAcquainted(scene, to));
    return strange === undefined || strange.to === null ? clear(meta) : fired(meta, { who: fact.address(strange.to) });
  },
};
`;
}

/** Two that fire, two that stay quiet, one that cannot tell: what tests/shape/detectors.test.ts asks for. */
export function detectorTest(id: string): string {
  const name = camel(id);
  return `import { describe, expect, it } from 'vitest';
import { ${name} } from './${id}.ts';
import { answer, CONTRACT, leaves, makeRequest, makeScene, STRANGER, transactionAsk, USER } from './testing/scene.ts';

const on = (more: Parameters<typeof makeScene>[0] = {}) => answer(${name}, makeScene(more));

describe('${id}', () => {
  it('fires on a stranger, an account or a contract', () => {
    expect(on({ consequences: [leaves({ to: STRANGER })] })).toBe('fired: note');
    expect(on({ consequences: [leaves({ to: CONTRACT })] })).toBe('fired: note');
  });

  it('stays quiet on the user and on somebody dealt with before', () => {
    expect(on({ consequences: [leaves({ to: USER })] })).toBe('quiet');
    const history = { counterparties: [STRANGER], ownAccounts: [] };
    expect(on({ history, consequences: [leaves({ to: STRANGER })] })).toBe('clear');
  });

  it('cannot tell when the user is not known', () => {
    const request = makeRequest({ account: null, ask: transactionAsk({ from: null }) });
    expect(on({ request, consequences: [leaves({ to: STRANGER })] })).toBe('inconclusive');
  });
});
`;
}

/** `order-root` -> `orderRoot`. */
export function camel(id: string): string {
  return id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
