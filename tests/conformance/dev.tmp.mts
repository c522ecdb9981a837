import { writeFileSync } from 'node:fs';
import { CHECKS } from '/work/main/tests/conformance/page/checks.ts';
import { openSide } from '/work/main/tests/conformance/side.ts';
import { openWorld } from '/work/main/tests/conformance/world.ts';

const only = process.argv[2] ?? '',
  sides = (process.argv[3] ?? 'alone,through').split(',');
const t0 = Date.now();
const at = () => ((Date.now() - t0) / 1000).toFixed(1);
const world = await openWorld();
console.log(at(), 'world');
const out: any = {};
for (const name of sides) {
  const side = await openSide(world.chain, world.env, world.url, name === 'through');
  console.log(at(), name, 'open');
  for (const c of CHECKS.filter((c) => new RegExp(only).test(c.title))) {
    const o = await side.observe(c);
    (out[c.title] ??= {})[name] = o;
    console.log(at(), name, c.title, typeof o.seen === 'string' ? o.seen : '', o.reached.length);
    writeFileSync('/tmp/out-' + (process.argv[4] ?? 'x') + '.json', JSON.stringify(out, null, 1));
  }
  await side.close();
}
await world.close();
