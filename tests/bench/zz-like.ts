import { randomBytes } from 'node:crypto';
import { loadData } from '../../src/cli/data.ts';
const { registry } = await loadData();
const t: number[] = [];
for (let i=0;i<20000;i++){ const h=`app.${randomBytes(6).toString('hex')}-swap.com`; const s=process.cpuUsage(); const a=performance.now(); registry.lookalike(h); t.push((performance.now()-a)*1000); }
t.sort((a,b)=>a-b); console.log('p50',t[10000],'p90',t[18000],'p99',t[19800]);
