import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What `npm start` and `npm test` do first, on a fresh machine, with nothing but Node: the right Node, the exact
 * dependencies of the lockfile, and a build that is newer than its sources. Needs no package itself.
 */

export const root = fileURLToPath(new URL('../..', import.meta.url));
const BUILT_FROM = [
  'src',
  'extension',
  'public',
  'models',
  'manifest.json',
  'vite.config.ts',
  'tests/setup/build.mjs',
  'tests/setup/data',
  'package-lock.json',
];

/** Prints one line and ends the process with code 1 when a step cannot be done. */
export function ensureReady() {
  ensureNode();
  ensureDependencies();
  ensureBuild();
}

function ensureNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major = 0, minor = 0] = wanted.split('.').map(Number);
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  stop(
    `Node ${process.versions.node} is too old: install Node ${wanted} or newer, for example from https://nodejs.org.`,
  );
}

export function ensureDependencies() {
  if (installedAsLocked()) return;
  console.log('Installing dependencies (npm ci) ...');
  run('npm', ['ci', '--no-audit', '--no-fund'], 'npm ci failed: is the npm registry reachable?');
}

export function ensureBuild() {
  const built = join(root, 'dist/chromium/manifest.json');
  if (existsSync(built) && statSync(built).mtimeMs > newestSource()) return;
  console.log('Building the extension (npm run build) ...');
  run('npm', ['run', '--silent', 'build'], 'The build failed; its own message is above.');
}

/** npm's hidden lockfile says what is really in node_modules: every entry must be the lockfile's. */
function installedAsLocked() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { '': _project, ...locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return (
    Object.entries(installed).every(([path, entry]) => locked[path]?.integrity === entry.integrity) &&
    Object.entries(locked).every(([path, entry]) => path in installed || entry.optional === true)
  );
}

function newestSource() {
  return Math.max(...BUILT_FROM.map((name) => newest(join(root, name))));
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return /\.test\.tsx?$/u.test(path) ? 0 : entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command, args, complaint) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) stop(complaint);
}

function stop(line) {
  console.error(line);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureReady();
