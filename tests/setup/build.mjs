import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run build`: compiles the packaged lists and registry into `public/data/`, then builds `dist/chromium` and
 * `dist/firefox`, and a zip of each for the stores; DIST names another folder than `dist`. Same sources, same bytes.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

run(['--import', 'tsx', join(root, 'tests/setup/data/compile.ts')]);
for (const target of ['chromium', 'firefox']) {
  run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--config', 'vite.config.ts'], {
    TARGET: target,
  });
}
run(['--import', 'tsx', join(root, 'tests/setup/storeZip.ts')]);

function run(args, env = {}) {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  if (error !== undefined || status !== 0) {
    console.error(`The build stopped at: node ${args.join(' ')}`);
    process.exit(status ?? 1);
  }
}
