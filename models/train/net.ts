import type { Matrix } from './matrix.ts';
import { seededRandom } from './random.ts';

/** The host network's sizes. Both tables are read with the same ids; the deep one with ids modulo its rows. */
export interface NetShape {
  readonly wideRows: number;
  readonly deepRows: number;
  readonly dims: number;
  readonly hidden: number;
}

/** logit = bias + s * sum(wide[id]) + out . relu(hiddenBias + hiddenWeights x (s * sum(deep[id]))), s = 1 / sqrt(ids). */
export interface Net {
  readonly shape: NetShape;
  readonly wide: Float32Array;
  readonly deep: Float32Array;
  /** hidden x dims, row by row, then hidden biases, then hidden output weights, then the bias. */
  readonly dense: Float32Array;
}

export function newNet(shape: NetShape, seed: number): Net {
  const random = seededRandom(seed);
  const { wideRows, deepRows, dims, hidden } = shape;
  const wide = new Float32Array(wideRows);
  const deep = new Float32Array(deepRows * dims);
  for (let index = dims; index < deep.length; index += 1) deep[index] = (random() - 0.5) * 0.2;
  const dense = new Float32Array(hidden * dims + 2 * hidden + 1);
  for (let index = 0; index < hidden * dims; index += 1) dense[index] = (random() - 0.5) * 2 * Math.sqrt(3 / dims);
  for (let index = 0; index < hidden; index += 1) dense[hidden * dims + hidden + index] = (random() - 0.5) * 0.6;
  return { shape, wide, deep, dense };
}

/** Scratch arrays of one forward pass, reused: what the backward pass needs to know. */
export interface Workspace {
  readonly sum: Float32Array;
  readonly hidden: Float32Array;
  readonly kept: Int32Array;
  keptCount: number;
  scale: number;
}

export function newWorkspace(net: Net): Workspace {
  return {
    sum: new Float32Array(net.shape.dims),
    hidden: new Float32Array(net.shape.hidden),
    kept: new Int32Array(65536),
    keptCount: 0,
    scale: 0,
  };
}

/** The logit of one reading; leaves sums, activations and the ids kept in `work`. */
export function forward(
  net: Net,
  matrix: Matrix,
  reading: number,
  work: Workspace,
  drop: number,
  salt: number,
): number {
  const { dims, hidden, deepRows } = net.shape;
  const { wide, deep, dense } = net;
  const { sum, kept } = work;
  const from = matrix.idStart[reading] ?? 0;
  const to = matrix.idStart[reading + 1] ?? 0;
  const deepMask = deepRows - 1;
  const dropBelow = drop * 65536;
  let count = 0;
  let wideSum = 0;
  sum.fill(0);
  for (let index = from; index < to; index += 1) {
    const id = matrix.ids[index] ?? 0;
    if (drop > 0 && Math.imul(id ^ salt, 0x9e3779b1) >>> 16 < dropBelow) continue;
    kept[count] = id;
    count += 1;
    wideSum += wide[id] ?? 0;
    const row = (id & deepMask) * dims;
    for (let dim = 0; dim < dims; dim += 1) sum[dim] = (sum[dim] ?? 0) + (deep[row + dim] ?? 0);
  }
  const scale = 1 / Math.sqrt(Math.max(1, count));
  work.keptCount = count;
  work.scale = scale;
  for (let dim = 0; dim < dims; dim += 1) sum[dim] = (sum[dim] ?? 0) * scale;
  const biasAt = hidden * dims;
  const outAt = biasAt + hidden;
  let logit = (dense[outAt + hidden] ?? 0) + wideSum * scale;
  for (let unit = 0; unit < hidden; unit += 1) {
    let value = dense[biasAt + unit] ?? 0;
    const row = unit * dims;
    for (let dim = 0; dim < dims; dim += 1) value += (dense[row + dim] ?? 0) * (sum[dim] ?? 0);
    const active = Math.max(value, 0);
    work.hidden[unit] = active;
    logit += active * (dense[outAt + unit] ?? 0);
  }
  return logit;
}

/** Each host's score before calibration: the highest logit of its readings, -Infinity for none. */
export function scoreHosts(net: Net, matrix: Matrix, hosts: Int32Array): Float64Array {
  const work = newWorkspace(net);
  const out = new Float64Array(hosts.length);
  for (let index = 0; index < hosts.length; index += 1) {
    const host = hosts[index] ?? 0;
    let highest = Number.NEGATIVE_INFINITY;
    const last = matrix.readingStart[host + 1] ?? 0;
    for (let reading = matrix.readingStart[host] ?? 0; reading < last; reading += 1) {
      highest = Math.max(highest, forward(net, matrix, reading, work, 0, 0));
    }
    out[index] = highest;
  }
  return out;
}
