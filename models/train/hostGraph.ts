import type { Net } from './net.ts';
import { encodeModel, type Node, ONNX_TYPE } from './onnx.ts';

/**
 * The network as an ONNX file: int8 tables (sums of small integers are exact in float32, so every engine adds them
 * alike) and a float32 dense part. Inputs `ids` int32 [readings, width] padded with 0 and `scale` float32
 * [readings, 1] = 1/sqrt(ids in the row); output `logit` float32, a scalar, the highest of the readings.
 */
export function encodeHostNet(net: Net): Uint8Array<ArrayBuffer> {
  const { wideRows, deepRows, dims, hidden } = net.shape;
  const wide = quantise(net.wide);
  const deep = quantise(net.deep);
  const biasAt = hidden * dims;
  const outAt = biasAt + hidden;
  const weights = new Float32Array(dims * hidden);
  for (let unit = 0; unit < hidden; unit += 1) {
    for (let dim = 0; dim < dims; dim += 1) {
      // The table's step is folded into the first layer.
      weights[dim * hidden + unit] = (net.dense[unit * dims + dim] ?? 0) * deep.step;
    }
  }
  const { float, int8, int32, int64 } = ONNX_TYPE;
  return encodeModel({
    name: 'hosts',
    inputs: [
      { name: 'ids', type: int32, dims: ['readings', 'width'] },
      { name: 'scale', type: float, dims: ['readings', 1] },
    ],
    outputs: [{ name: 'logit', type: float, dims: [] }],
    initializers: [
      { name: 'wide', type: int8, dims: [wideRows, 1], data: wide.table },
      { name: 'deep', type: int8, dims: [deepRows, dims], data: deep.table },
      { name: 'deep_count', type: int32, dims: [1], data: Int32Array.of(deepRows) },
      { name: 'over_width', type: int64, dims: [1], data: BigInt64Array.of(1n) },
      { name: 'wide_step', type: float, dims: [1], data: Float32Array.of(wide.step) },
      { name: 'hidden_weights', type: float, dims: [dims, hidden], data: weights },
      { name: 'hidden_bias', type: float, dims: [hidden], data: net.dense.slice(biasAt, outAt) },
      { name: 'out_weights', type: float, dims: [hidden, 1], data: net.dense.slice(outAt, outAt + hidden) },
      { name: 'bias', type: float, dims: [1], data: net.dense.slice(outAt + hidden) },
    ],
    nodes: [
      ...bag('wide', 'ids'),
      { op: 'Mod', inputs: ['ids', 'deep_count'], outputs: ['deep_ids'] },
      ...bag('deep', 'deep_ids'),
      { op: 'Mul', inputs: ['wide_scaled', 'wide_step'], outputs: ['wide_part'] },
      { op: 'MatMul', inputs: ['deep_scaled', 'hidden_weights'], outputs: ['mixed'] },
      { op: 'Add', inputs: ['mixed', 'hidden_bias'], outputs: ['biased'] },
      { op: 'Relu', inputs: ['biased'], outputs: ['active'] },
      { op: 'MatMul', inputs: ['active', 'out_weights'], outputs: ['deep_part'] },
      { op: 'Add', inputs: ['wide_part', 'deep_part'], outputs: ['parts'] },
      { op: 'Add', inputs: ['parts', 'bias'], outputs: ['logits'] },
      {
        op: 'ReduceMax',
        inputs: ['logits'],
        outputs: ['logit'],
        attributes: { axes: [0, 1], keepdims: 0 },
      },
    ],
  });
}

/** Rows of `table` picked by `ids`, added up over the width, times `scale`. */
function bag(table: string, ids: string): Node[] {
  return [
    { op: 'Gather', inputs: [table, ids], outputs: [`${table}_rows`], attributes: { axis: 0 } },
    { op: 'Cast', inputs: [`${table}_rows`], outputs: [`${table}_floats`], attributes: { to: ONNX_TYPE.float } },
    {
      op: 'ReduceSum',
      inputs: [`${table}_floats`, 'over_width'],
      outputs: [`${table}_sum`],
      attributes: { keepdims: 0 },
    },
    { op: 'Mul', inputs: [`${table}_sum`, 'scale'], outputs: [`${table}_scaled`] },
  ];
}

/** One step for the whole table: value = step * int8. */
export function quantise(values: Float32Array): { table: Int8Array; step: number } {
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, Math.abs(value));
  const step = Math.fround(greatest / 127) || 1;
  const table = new Int8Array(values.length);
  values.forEach((value, index) => {
    table[index] = Math.round(value / step);
  });
  return { table, step };
}
