import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** What one vitest run came to; `tests/run.mjs` adds the runs up. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; why: string }[];
}

/** Writes the counts to the file named by `COUNTERSIGN_COUNTS`: a file that fails to load counts as one failure. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: [] };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed += 1;
        else
          counts.skipped.push({
            name: test.fullName,
            why: (result.state === 'skipped' && result.note) || 'no reason given',
          });
      }
    }
    const file = process.env.COUNTERSIGN_COUNTS;
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}
