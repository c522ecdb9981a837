import type { Matrix } from './matrix.ts';
import { forward, type Net, newWorkspace, type Workspace } from './net.ts';
import { seededRandom, shuffle } from './random.ts';

export interface TrainingPlan {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of ids left out of each step, so that no single letter group decides. */
  readonly dropIds: number;
  readonly seed: number;
}

export interface Examples {
  /** Rows of the matrix to train on. */
  readonly hosts: Int32Array;
  /** By row of the matrix: 1 phishing, 0 benign. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** Trains in place by Adagrad, one host at a time, on each host's worst reading. `report` gets a line an epoch. */
export function trainNet(
  net: Net,
  matrix: Matrix,
  { hosts, labels, weights }: Examples,
  plan: TrainingPlan,
  report: (line: string) => void,
): void {
  const random = seededRandom(plan.seed);
  const state = newState(net);
  const order = hosts.slice();
  const total = plan.epochs * order.length;
  for (let epoch = 1; epoch <= plan.epochs; epoch += 1) {
    shuffle(order, random);
    let lossSum = 0;
    let weightSum = 0;
    for (const [position, host] of order.entries()) {
      const step = (epoch - 1) * order.length + position;
      const reading = worstReading(net, matrix, host, state.work);
      if (reading === undefined) continue;
      const salt = (random() * 4294967296) >>> 0;
      const logit = forward(net, matrix, reading, state.work, plan.dropIds, salt);
      const label = labels[host] ?? 0;
      const weight = weights[host] ?? 0;
      lossSum += weight * Math.log1p(Math.exp(label === 1 ? -logit : logit));
      weightSum += weight;
      const grad = weight * (1 / (1 + Math.exp(-logit)) - label);
      const rate = plan.rate * (1 - (RATE_DROP * step) / total);
      stepDense(net, state, grad, rate * DENSE_RATE);
      stepTables(net, state, grad, rate, plan.decay);
    }
    report(`epoch ${epoch}/${plan.epochs}: loss ${(lossSum / weightSum).toFixed(4)}`);
  }
}
/** The rate falls in a line to a twentieth. */
const RATE_DROP = 0.95;
/** The dense layers see every host, a table's row few: they take smaller steps. */
const DENSE_RATE = 0.1;
const ADAGRAD_START = 1e-3;

interface State {
  readonly work: Workspace;
  /** The loss by each sum of the deep table's columns. */
  readonly sumGrads: Float32Array;
  readonly wideSquares: Float32Array;
  readonly deepSquares: Float32Array;
  readonly denseSquares: Float32Array;
}

function newState(net: Net): State {
  return {
    work: newWorkspace(net),
    sumGrads: new Float32Array(net.shape.dims),
    wideSquares: new Float32Array(net.wide.length).fill(ADAGRAD_START),
    deepSquares: new Float32Array(net.deep.length).fill(ADAGRAD_START),
    denseSquares: new Float32Array(net.dense.length).fill(ADAGRAD_START),
  };
}

function worstReading(net: Net, matrix: Matrix, host: number, work: Workspace): number | undefined {
  const first = matrix.readingStart[host] ?? 0;
  const last = matrix.readingStart[host + 1] ?? 0;
  if (last - first < 2) return first === last ? undefined : first;
  let worst = first;
  let highest = Number.NEGATIVE_INFINITY;
  for (let reading = first; reading < last; reading += 1) {
    const logit = forward(net, matrix, reading, work, 0, 0);
    if (logit > highest) {
      highest = logit;
      worst = reading;
    }
  }
  return worst;
}

/** Steps the dense layers and leaves the gradient of the sums below them in `sumGrads`. */
function stepDense({ shape, dense }: Net, { work, sumGrads, denseSquares }: State, grad: number, rate: number): void {
  const { dims, hidden } = shape;
  const biasAt = hidden * dims;
  const outAt = biasAt + hidden;
  sumGrads.fill(0);
  for (let unit = 0; unit < hidden; unit += 1) {
    const active = work.hidden[unit] ?? 0;
    if (active <= 0) continue;
    const unitGrad = grad * (dense[outAt + unit] ?? 0);
    for (let dim = 0; dim < dims; dim += 1) {
      const at = unit * dims + dim;
      sumGrads[dim] = (sumGrads[dim] ?? 0) + unitGrad * (dense[at] ?? 0);
      adagrad(dense, denseSquares, at, unitGrad * (work.sum[dim] ?? 0), rate);
    }
    adagrad(dense, denseSquares, biasAt + unit, unitGrad, rate);
    adagrad(dense, denseSquares, outAt + unit, grad * active, rate);
  }
  adagrad(dense, denseSquares, outAt + hidden, grad, rate);
}

function stepTables({ shape, wide, deep }: Net, state: State, grad: number, rate: number, decay: number): void {
  const { work, sumGrads, wideSquares, deepSquares } = state;
  const { dims } = shape;
  const deepMask = shape.deepRows - 1;
  const wideGrad = grad * work.scale;
  for (let index = 0; index < work.keptCount; index += 1) {
    const id = work.kept[index] ?? 0;
    adagrad(wide, wideSquares, id, wideGrad + decay * (wide[id] ?? 0), rate);
    const row = (id & deepMask) * dims;
    // Row 0 is the padding's and stays zero.
    if (row === 0) continue;
    for (let dim = 0; dim < dims; dim += 1) {
      const at = row + dim;
      adagrad(deep, deepSquares, at, work.scale * (sumGrads[dim] ?? 0) + decay * (deep[at] ?? 0), rate);
    }
  }
}

function adagrad(values: Float32Array, squares: Float32Array, at: number, grad: number, rate: number): void {
  const square = (squares[at] ?? 0) + grad * grad;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (rate * grad) / Math.sqrt(square);
}
