import { EDITS, editedHosts } from './evasion.ts';
import { buildMatrix } from './matrix.ts';
import { round } from './metrics.ts';
import { type Net, scoreHosts } from './net.ts';
import { readingsOf } from './recipe.ts';

/** What one edit does to phishing hosts that were caught. */
export interface EvasionRow {
  readonly edit: string;
  readonly onlyAdds: boolean;
  readonly n: number;
  /** Share of the caught hosts still caught after one such edit. */
  readonly stillCaught: number;
  /** Share whose score the edit lowered at all. */
  readonly lowered: number;
}

export function measureEvasion(net: Net, phishing: readonly { readonly domain: string }[], line: number): EvasionRow[] {
  const hosts = phishing.map((row) => row.domain).filter((_, index) => index % EVERY === 0);
  const before = score(net, hosts);
  const caught = hosts.filter((_, index) => (before[index] ?? 0) > line);
  const was = before.filter((value) => value > line);
  return EDITS.map((edit) => {
    const now = score(net, editedHosts(caught, edit));
    const still = now.filter((value) => value > line).length;
    const lowered = now.filter((value, index) => value < (was[index] ?? 0)).length;
    return {
      ...{ edit: edit.name, onlyAdds: edit.onlyAdds, n: caught.length },
      ...{ stillCaught: round(still / caught.length), lowered: round(lowered / caught.length) },
    };
  });
}
const EVERY = 3;

function score(net: Net, hosts: readonly string[]): Float64Array {
  return scoreHosts(net, buildMatrix(hosts, readingsOf), Int32Array.from(hosts.keys()));
}
