import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { loadData } from '/work/main/src/cli/data.ts';
const t0 = performance.now();
const { lists, registry } = await loadData();
console.log('load ms', performance.now() - t0);
const rows = (f: string) => gunzipSync(readFileSync('/work/shared/data/' + f)).toString().trim().split('\n').slice(1).map((l) => l.split(','));
const benign = rows('domains-benign.csv.gz');
const how: Record<string, Record<string, string[]>> = {};
const tot: Record<string, number> = {};
const t1 = performance.now();
for (const r of benign) {
  const kind = r[3]! + (r[3] === 'dapp' && /metamask-allow|sui-allow/.test(r[6]!) ? '-allow' : '');
  tot[kind] = (tot[kind] ?? 0) + 1;
  const hit = registry.lookalike(r[0]!);
  if (hit) ((how[kind] ??= {})[hit.how] ??= []).push(`${r[0]}~${hit.domain}`);
}
console.log('us per host', ((performance.now() - t1) / benign.length) * 1000);
for (const k of Object.keys(tot)) {
  const n = Object.values(how[k] ?? {}).reduce((a, b) => a + b.length, 0);
  console.log(k, tot[k], 'tripped', n, ((100 * n) / tot[k]!).toFixed(2) + '%', Object.entries(how[k] ?? {}).map(([h, v]) => h + ':' + v.length).join(' '));
}
const show = process.argv[2];
if (show) for (const [h, v] of Object.entries(how[show] ?? {})) console.log(h, v.join(' '));
const block = rows('domains-blocklist.csv.gz').filter((r) => r[5] === 'crypto');
const c: Record<string, number> = {}; let n = 0;
const known = block.filter((r) => registry.dapp(r[0]!));
for (const r of block) { const hit = registry.lookalike(r[0]!); if (hit) { n++; c[hit.how] = (c[hit.how] ?? 0) + 1; } }
console.log('phish', block.length, 'caught', n, ((100 * n) / block.length).toFixed(1) + '%', c, 'called known dapp', known.length, known.slice(0, 20).map((r) => r[0]));
