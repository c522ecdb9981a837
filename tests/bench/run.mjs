import { spawnSync } from 'node:child_process';
import { ensureReady, root } from '../setup/ensure.mjs';

/** `npm run bench`: what Countersign costs, as ratios within one run. Nothing here fails on a slow machine. */
ensureReady();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/bench.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
