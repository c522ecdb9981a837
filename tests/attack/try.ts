import { startChain } from '../setup/chain.ts';
import { openLab } from './lab.ts';
import { loadAttacks } from './load.ts';
const attacks = await loadAttacks(process.argv[2] ?? '');
const chain = await startChain();
const order = process.argv[3] === 'before' ? 'before' : 'after';
const bare = await openLab(chain, { guarded: false, order });
const t0 = Date.now();
const without = await bare.play(attacks, 'eip6963');
await bare.close();
console.log('control', Date.now() - t0);
const lab = await openLab(chain, { guarded: true, order });
const t1 = Date.now();
const guarded = await lab.play(attacks, 'eip6963', 2500);
console.log('guarded', Date.now() - t1);
for (const { name } of attacks) {
  const a = without.get(name), b = guarded.get(name);
  console.log(name.padEnd(32), a?.reached.length, a?.tookMs, a?.trouble ?? '', '|', b?.reached.length, b?.asked ? 'asked' : '-', b?.trouble ?? '');
}
await lab.close();
await chain.stop();
