import { benchData } from '/work/main/tests/setup/data/bench.ts';
for (const f of await benchData()) console.log(f.what, f.value.toFixed(2), f.unit);
