import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { loadData } from '/work/main/src/cli/data.ts';
const { registry } = await loadData();
const parse = (f: string) => { const t = gunzipSync(readFileSync('/work/shared/data/' + f)).toString(); const out: string[][] = []; let row: string[] = [], cell = '', q = false; for (let i = 0; i < t.length; i++) { const c = t[i]!; if (q) { if (c === '"') { if (t[i + 1] === '"') { cell += c; i++; } else q = false; } else cell += c; } else if (c === '"') q = true; else if (c === ',') { row.push(cell); cell = ''; } else if (c === '\n') { row.push(cell); out.push(row); row = []; cell = ''; } else cell += c; } return out.slice(1); };
const toks = parse('tokens.csv.gz').filter((r) => r[2]);
const groups: Record<string, [number, number]> = {}; const ex: Record<string, string[]> = {}; const exel: string[] = []; const by: Record<string, number> = {};
let covered = 0;
const t1 = performance.now();
for (const [chain, address, symbol, name, , curated] of toks) {
  if (registry.token(Number(chain), address as any)) { covered++; continue; }
  const l = registry.impersonates(Number(chain), address as any, symbol!, name!);
  const g = `curated=${curated}`; (groups[g] ??= [0, 0])[0]++;
  if (l) { const k = l.kind + (l.kind === 'token' ? (l.address ? '-here' : '-elsewhere') : ''); const kk = `${g} ${k}`; (ex[kk] ??= []).push(`${chain}:${symbol}/${name}`); if (l.kind === 'token') groups[g]![1]++; }
}
console.log('us per token', ((performance.now() - t1) / toks.length) * 1000, 'covered', covered, groups);
for (const [k, v] of Object.entries(ex)) console.log(k, v.length, v.sort(() => Math.random() - 0.5).slice(0, 40).join(' | '));
for (const f of ['fake-tokens-names.csv.gz']) { const c: Record<string, string[]> = {}; let n = 0; for (const [chain, address, name, symbol] of parse(f)) { const id = Number(chain) || 1; if (!/^0x[0-9a-f]{40}$/i.test(address!)) continue; n++; const l = registry.impersonates(id, address as any, symbol || null, name || null); (c[l ? l.kind : 'none'] ??= []).push(`${symbol}/${name}`); } console.log(f, n, Object.fromEntries(Object.entries(c).map(([k, v]) => [k, v.length])), (c.none ?? []).slice(0, 25).join(' | ')); }
const c: Record<string, number> = {}; for (const r of parse('fake-tokens.csv.gz')) { const l = registry.impersonates(1, r[1] as any, r[5] || null, r[4] || null); const k = r[8] + ' ' + (registry.token(1, r[1] as any) ? 'listed' : l ? l.kind : 'none'); c[k] = (c[k] ?? 0) + 1; } console.log('fake-tokens', c);
