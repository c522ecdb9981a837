import { defineConfig } from 'vitest/config';

/** `unit` needs no browser; `e2e` and `attack` open Chromium, `firefox` Firefox, each one file after another. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'extension/**/*.test.{ts,tsx}',
            'models/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          exclude: [
            'tests/e2e/**',
            'tests/attack/**',
            'tests/faults/**',
            'tests/firefox/**',
            'tests/conformance/**',
            '**/node_modules/**',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
