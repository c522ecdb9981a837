import { spawnSync } from 'node:child_process';
import { ensureReady, root } from '../setup/ensure.mjs';

/** `npm start`: sets up what is missing, then runs the demo. Flags are handed on, such as `--headless`. */

ensureReady();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/demo/demo.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
