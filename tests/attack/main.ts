import { parseArgs } from 'node:util';
import { startChain } from '../setup/chain.ts';
import { CONTROLS, failedControls } from './controls.ts';
import { openLab } from './lab.ts';
import { loadAttacks } from './load.ts';
import { matrix, REQUEST_KINDS, sample } from './matrix.ts';
import { CONFIGURATIONS, runSuite } from './suite.ts';
import { figures, isFailure, writeMatrix, writeTable } from './table.ts';

/**
 * `npm run attack [-- --only NAME[,NAME]] [--configuration TEXT] [--all]`: the hostile pages, with the table of what
 * reached. `--all` adds the slow ones and every generated one; without it a fixed sample of those.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, configuration: { type: 'string' }, all: { type: 'boolean', default: false } },
});
const attacks = (await loadAttacks(values.only)).filter(({ slow }) => values.all || slow !== true);
const wanted = CONFIGURATIONS.filter(({ name }) => name.includes(values.configuration ?? ''));
const generated = (values.all ? matrix() : sample()).filter(({ name }) => name.includes(values.only ?? ''));
if (attacks.length + generated.length === 0 || wanted.length === 0)
  throw new Error('No attack or configuration of this name.');

const begun = Date.now();
const chain = await startChain();
try {
  const rows = await runSuite(chain, attacks, wanted, (note) => console.log(`... ${note}`));
  const matrixRows = await runSuite(chain, generated, wanted.slice(0, 1), (note) =>
    console.log(`... generated, ${note}`),
  );
  console.log('... harmless pages');
  const missing: string[] = [];
  for (const order of ['after', 'before'] as const) {
    // A wallet that loads before us must get what was approved once as well, and not a second time.
    const lab = await openLab(chain, { guarded: true, order });
    for (const what of await failedControls(lab).finally(() => lab.close()))
      missing.push(`wallet ${order} us, ${what}`);
  }
  console.log(writeTable(rows));
  console.log(`\n${writeMatrix(matrixRows, REQUEST_KINDS)}`);
  const harmless = 2 * CONTROLS.length;
  console.log(`\nharmless pages: ${harmless - missing.length} of ${harmless} served as they should be`);
  for (const what of missing) console.log(`FAILED: ${what}`);
  const failed = [...rows, ...matrixRows].filter(isFailure);
  console.log(`\ngated wallets: ${figures(rows.filter(({ configuration }) => configuration.gated))}`);
  for (const { attack, configuration } of failed) console.log(`FAILED: ${attack.name}, ${configuration.name}`);
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
  process.exitCode = failed.length + missing.length === 0 ? 0 : 1;
} finally {
  await chain.stop();
}
