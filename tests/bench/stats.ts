/** What one measurement came to, in its own unit. */
export interface Summary {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95) };
}

/** Runs `work` n times after a few unmeasured ones, milliseconds each. */
export async function time(n: number, work: () => unknown, warmUp = Math.min(5, n)): Promise<Summary> {
  for (let index = 0; index < warmUp; index++) await work();
  const values: number[] = [];
  for (let index = 0; index < n; index++) {
    const start = performance.now();
    await work();
    values.push(performance.now() - start);
  }
  return summarise(values);
}

/** One row of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly against?: string;
}

export const ms = ({ p50, p95, n }: Summary): string => `${p50.toFixed(2)} ms (p95 ${p95.toFixed(2)}, n ${n})`;
export const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)} x`;
export const kB = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, value, against } of rows) {
    console.log(`  ${what.padEnd(width)}  ${value}${against === undefined ? '' : `   ${against}`}`);
  }
}
