import { benchBounds } from './bounds.ts';
import { benchBytes } from './bytes.ts';
import { benchCheck } from './check.ts';
import { benchEngines } from './engines.ts';
import { benchPage } from './page.ts';
import { benchRegistry } from './registry.ts';
import { printTable } from './stats.ts';
import { benchVerdict } from './verdict.ts';

const BENCHES = {
  registry: ['Who is this: registry, lists, prices and contract facts', benchRegistry],
  bytes: ['Size (gzip)', benchBytes],
  bounds: ['Requests made to stall or fill us: at most 200 ms and 64 MB each', benchBounds],
  check: ['One check in Node, against a local chain', benchCheck],
  engines: ['Simulation: each engine, the variants, far endpoints', benchEngines],
  page: ['What a page pays', benchPage],
  verdict: ['From click to verdict, in Chromium', benchVerdict],
} as const;

const wanted = process.argv.slice(2);
for (const [name, [title, bench]] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  printTable(title, await bench());
}
