import { parseArgs } from 'node:util';
import { startChain } from '../setup/chain.ts';
import { loadAttacks } from './load.ts';
import { CONFIGURATIONS, runSuite } from './suite.ts';
import { figures, isFailure, writeTable } from './table.ts';

/** `npm run attack [-- --only NAME] [--configuration TEXT]`: the hostile pages, with the table of what reached. */
const { values } = parseArgs({ options: { only: { type: 'string' }, configuration: { type: 'string' } } });
const attacks = await loadAttacks(values.only);
const wanted = CONFIGURATIONS.filter(({ name }) => name.includes(values.configuration ?? ''));
if (attacks.length === 0 || wanted.length === 0) throw new Error('No attack or configuration of this name.');

const begun = Date.now();
const chain = await startChain();
try {
  const rows = await runSuite(chain, attacks, wanted, (note) => console.log(`... ${note}`));
  console.log(writeTable(rows));
  const failed = rows.filter(isFailure);
  console.log(`\ngated wallets: ${figures(rows.filter(({ configuration }) => configuration.gated))}`);
  for (const { attack, configuration } of failed) console.log(`FAILED: ${attack.name}, ${configuration.name}`);
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await chain.stop();
}
