import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chain, startChain } from '../setup/chain.ts';
import { CONTROLS, failedControls } from './controls.ts';
import { type Lab, openLab } from './lab.ts';
import { loadAttacks } from './load.ts';
import { matrix, REQUEST_KINDS, sample } from './matrix.ts';
import { CONFIGURATIONS, type Row, runSuite } from './suite.ts';

/**
 * Each hostile page, with the wallet after us: without Countersign its request must reach the wallet, with Countersign and
 * nobody approving it must not. Of the generated ones a fixed sample; the other configurations are `npm run attack`'s.
 */

const attacks = (await loadAttacks()).filter(({ slow }) => slow !== true);
const generated = sample();
const [configuration] = CONFIGURATIONS;
const rows = new Map<string, Row>();
let chain: Chain;

beforeAll(async () => {
  chain = await startChain();
  if (configuration === undefined) throw new Error('No configuration');
  for (const row of await runSuite(chain, [...attacks, ...generated], [configuration])) rows.set(row.attack.name, row);
}, 400_000);

afterAll(async () => {
  await chain?.stop();
});

describe('a harmless page', () => {
  let lab: Lab;

  afterAll(async () => {
    await lab?.close();
  });

  it(`has ${CONTROLS.length} kinds of requests, and each arrives as often as it should`, async () => {
    lab = await openLab(chain, { guarded: true, order: 'after' });
    expect(await failedControls(lab)).toEqual([]);
  }, 90_000);
});

describe('a hostile page', () => {
  it('is one of sixty or more', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(60);
  });

  it('is one of a thousand generated ones or more', () => {
    expect(matrix().length * REQUEST_KINDS).toBeGreaterThanOrEqual(1000);
  });

  it.each([...attacks, ...generated].map((attack) => [attack.name, attack] as const))(
    '%s',
    (name, { known, arrivals = 1 }) => {
      const row = rows.get(name);
      // An attack that reaches nothing by itself would prove nothing.
      expect(row?.without.reached.length, 'reached without Countersign').toBeGreaterThanOrEqual(arrivals);
      if (known === undefined) expect(row?.guarded.reached, 'reached with Countersign').toEqual([]);
    },
  );
});
