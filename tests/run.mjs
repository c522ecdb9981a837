import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, root } from './setup/ensure.mjs';
import { checkTypes, PROJECTS } from './setup/types.mjs';

/**
 * `npm test`: types, lint, unit and integration tests, then the end-to-end tests in a real Chromium and, where there is
 * one, a real Firefox. The last line is `N passed, N failed`, with `, N skipped` when something was; the exit code is 1
 * when anything failed.
 */

const total = { passed: 0, failed: 0, skipped: [] };

ensureReady();
for (const project of PROJECTS) check(`types of ${project}`, () => checkTypes(project));
check('lint and format', () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '.']));
check('a browser that loads extensions', () => node(['--import', 'tsx', 'tests/setup/findBrowser.ts']));
vitest('unit');
vitest('e2e');
vitest('attack');
vitest('firefox');
report();

function check(name, holds) {
  const passed = holds();
  console.log(`${passed ? 'ok' : 'FAILED'}: ${name}`);
  total[passed ? 'passed' : 'failed'] += 1;
}

function vitest(project) {
  const counts = join(root, `out/test/${project}.json`);
  rmSync(counts, { force: true });
  const reporters = ['--reporter=default', '--reporter=./tests/setup/countingReporter.ts'];
  const env = { ...process.env, COUNTERSIGN_COUNTS: counts };
  const passed = node(['node_modules/vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters], env);
  const {
    passed: ran,
    failed,
    skipped,
  } = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
  total.passed += ran;
  // A run that says no without a failed test (it crashed, or found nothing) is a failure too.
  total.failed += failed === 0 && !passed ? 1 : failed;
  total.skipped.push(...skipped);
}

function node(args, env = process.env) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status === 0;
}

function report() {
  for (const { name, why } of total.skipped) console.log(`skipped: ${name} (${why})`);
  const skipped = total.skipped.length === 0 ? '' : `, ${total.skipped.length} skipped`;
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
