import { parseArgs } from 'node:util';
import { DEFAULT_PATIENCE_MS } from '../attack/Attack.ts';
import type { NamedAttack } from '../attack/lab.ts';
import { loadAttacks } from '../attack/load.ts';
import type { Configuration, Row } from '../attack/suite.ts';
import { findingOf, writeTable } from '../attack/table.ts';
import { startChain } from '../setup/chain.ts';
import { openFirefoxLab } from './attackLab.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';

/**
 * `node --import tsx tests/firefox/attackMain.ts [--only NAME]`: the hostile pages of `tests/attack` in Firefox, with the
 * table of what reached. An attack without a control reaches nothing there by itself, and proves nothing.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const found = findFirefox();
if (found === null) throw new Error(NO_FIREFOX);
const CONFIGURATION: Configuration = {
  name: `${found.version}, EIP-6963`,
  ...{ order: 'after', discovery: 'eip6963', gated: true },
};
const WATCH_MS = 3_000;
const LONGER_MS = 2_000;

const begun = Date.now();
const attacks = await loadAttacks(values.only);
const chain = await startChain();
try {
  const without = await play(false, attacks, ({ patienceMs = DEFAULT_PATIENCE_MS }) => patienceMs);
  // Slow ones together: each round is watched as long as its slowest needs.
  const tookMs = ({ name }: NamedAttack): number => without.get(name)?.tookMs ?? 0;
  const sorted = [...attacks].sort((a, b) => tookMs(a) - tookMs(b));
  const guarded = await play(true, sorted, (attack) => Math.max(WATCH_MS, tookMs(attack) + LONGER_MS));
  const rows = sorted.flatMap((attack): Row[] => {
    const [bare, held] = [without.get(attack.name), guarded.get(attack.name)];
    return bare === undefined || held === undefined
      ? []
      : [{ attack, configuration: CONFIGURATION, without: bare, guarded: held }];
  });
  console.log(writeTable(rows));
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
  process.exitCode = rows.some((row) => findingOf(row) === 'reached') ? 1 : 0;
} finally {
  await chain.stop();
}

async function play(guardedBy: boolean, which: readonly NamedAttack[], watchMs: (attack: NamedAttack) => number) {
  const lab = await openFirefoxLab(chain, guardedBy, CONFIGURATION.discovery);
  try {
    return await lab.play(which, watchMs);
  } finally {
    await lab.close();
  }
}
