import { parseArgs } from 'node:util';
import { CONTROLS } from '../attack/controls.ts';
import type { NamedAttack } from '../attack/lab.ts';
import { loadAttacks } from '../attack/load.ts';
import type { Configuration, Row } from '../attack/suite.ts';
import { findingOf, writeTable } from '../attack/table.ts';
import { startChain } from '../setup/chain.ts';
import { type FirefoxLab, type Guard, openFirefoxLab } from './attackLab.ts';
import { FIREFOX_ATTACKS } from './attacks.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';

/**
 * `node --import tsx tests/firefox/attackMain.ts [--only NAME] [--order after|before]`: the hostile pages of
 * `tests/attack` in Firefox, with the table of what reached. An attack without a control reaches nothing there by itself,
 * and proves nothing.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, order: { type: 'string' } } });
const found = findFirefox();
if (found === null) throw new Error(NO_FIREFOX);
const CONFIGURATIONS = (['after', 'before'] as const).map(
  (order): Configuration => ({
    name: `${found.version}, wallet ${order} us, EIP-6963`,
    ...{ order, discovery: 'eip6963', gated: true },
  }),
);
const WATCH_MS = 3_000;
const LONGER_MS = 2_000;

const begun = Date.now();
const own = FIREFOX_ATTACKS.filter(({ name }) => name.includes(values.only ?? ''));
/** Wallets that stand only in pages which ask for them are Chromium's. */
const hasWallet = ({ path }: { readonly path?: string }): boolean => path === undefined;
const attacks = [...(await loadAttacks(values.only)).filter(hasWallet), ...own];
const controls = CONTROLS.filter(hasWallet);
const chain = await startChain();
try {
  console.log('... without Countersign');
  const without = await inLab(null, (lab) => lab.play(attacks, () => 0));
  // Slow ones together: each round is watched as long as its slowest needs.
  const tookMs = ({ name }: NamedAttack): number => without.get(name)?.tookMs ?? 0;
  const sorted = [...attacks].sort((a, b) => tookMs(a) - tookMs(b));
  const rows: Row[] = [];
  for (const configuration of CONFIGURATIONS.filter(({ order }) => order === (values.order ?? order))) {
    console.log(`... with Countersign, ${configuration.name}`);
    await inLab(configuration.order, async (lab) => {
      const guarded = await lab.play(sorted, (attack) => Math.max(WATCH_MS, tookMs(attack) + LONGER_MS));
      for (const attack of sorted) {
        const [bare, held] = [without.get(attack.name), guarded.get(attack.name)];
        if (bare !== undefined && held !== undefined)
          rows.push({ attack, configuration, without: bare, guarded: held });
      }
      const arrived = await lab.play(controls, () => 2 * WATCH_MS);
      const missing = controls.filter(({ name, arrives }) => arrived.get(name)?.arrived.length !== arrives);
      console.log(
        `${configuration.name}: ${controls.length - missing.length} of ${controls.length} harmless pages served`,
      );
      for (const { name, arrives } of missing) {
        const { arrived: got = [], trouble = null } = arrived.get(name) ?? {};
        console.log(`FAILED: ${name}: ${got.length} of ${arrives} arrived (${trouble ?? 'no error'})`);
      }
      if (missing.length > 0) process.exitCode = 1;
    });
    // Each as soon as it is there: the whole takes half an hour on a busy machine.
    console.log(writeTable(rows.filter((row) => row.configuration === configuration)));
  }
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
  if (rows.some((row) => findingOf(row) === 'reached')) process.exitCode = 1;
} finally {
  await chain.stop();
}

async function inLab<Result>(guard: Guard, work: (lab: FirefoxLab) => Promise<Result>): Promise<Result> {
  const lab = await openFirefoxLab(chain, guard, 'eip6963');
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}
