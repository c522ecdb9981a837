import { spawnSync } from 'node:child_process';
import { ensureReady, root } from '../setup/ensure.mjs';

/** `npm run attack`: every hostile page against the test wallet, without Countersign and with it. */
ensureReady();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/attack/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
