import type { Reading } from '../../src/model/features.ts';

/** Hosts as ragged rows of feature ids: host -> readings -> ids. Written by `src/model/features.ts` and nothing else. */
export interface Matrix {
  /** Reading r holds ids[idStart[r] .. idStart[r+1]). */
  readonly ids: Int32Array;
  readonly idStart: Int32Array;
  /** Host h has readings readingStart[h] .. readingStart[h+1]). */
  readonly readingStart: Int32Array;
}

export function buildMatrix(hosts: readonly string[], readingsOf: (host: string) => readonly Reading[]): Matrix {
  let ids = new Int32Array(1 << 24);
  let used = 0;
  const idStart = [0];
  const readingStart = new Int32Array(hosts.length + 1);
  hosts.forEach((host, index) => {
    for (const reading of readingsOf(host)) {
      if (used + reading.length > ids.length) {
        const wider = new Int32Array(ids.length * 2);
        wider.set(ids);
        ids = wider;
      }
      ids.set(reading, used);
      used += reading.length;
      idStart.push(used);
    }
    readingStart[index + 1] = idStart.length - 1;
  });
  return { ids: ids.slice(0, used), idStart: Int32Array.from(idStart), readingStart };
}
