import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run check:types`: each TypeScript project by itself, because each has its own idea of what exists. */

export const PROJECTS = ['src/tsconfig.json', 'extension/tsconfig.json', 'tsconfig.json'];
const root = fileURLToPath(new URL('../..', import.meta.url));

export function checkTypes(project) {
  const args = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = PROJECTS.filter((project) => !checkTypes(project));
  process.exitCode = failed.length === 0 ? 0 : 1;
}
