/** Just enough of the ONNX protobuf (onnx.proto3, IR 8, opset 17) to write a small graph, with stable bytes. */

export const ONNX_TYPE = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
export type OnnxType = (typeof ONNX_TYPE)[keyof typeof ONNX_TYPE];
const OPSET = 17;
const IR_VERSION = 8;

export interface Initializer {
  readonly name: string;
  readonly type: OnnxType;
  readonly dims: readonly number[];
  readonly data: Float32Array | Int8Array | Int32Array | BigInt64Array;
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers (axis, keepdims, to) and lists of them (axes) only. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Port {
  readonly name: string;
  readonly type: OnnxType;
  /** A string names a dimension known only at run time. */
  readonly dims: readonly (number | string)[];
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly nodes: readonly Node[];
  readonly initializers: readonly Initializer[];
}

export function encodeModel(graph: Graph): Uint8Array<ArrayBuffer> {
  const opset = message([bytes(1, text('')), varint(2, OPSET)]);
  return message([varint(1, IR_VERSION), bytes(2, text('countersign')), bytes(7, encodeGraph(graph)), bytes(8, opset)]);
}

function encodeGraph(graph: Graph): Uint8Array {
  return message([
    ...graph.nodes.map((node) => bytes(1, encodeNode(node))),
    bytes(2, text(graph.name)),
    ...graph.initializers.map((initializer) => bytes(5, encodeInitializer(initializer))),
    ...graph.inputs.map((port) => bytes(11, encodePort(port))),
    ...graph.outputs.map((port) => bytes(12, encodePort(port))),
  ]);
}

function encodeNode(node: Node): Uint8Array {
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) =>
    bytes(5, message([bytes(1, text(name)), ...encodeAttribute(value)])),
  );
  return message([
    ...node.inputs.map((name) => bytes(1, text(name))),
    ...node.outputs.map((name) => bytes(2, text(name))),
    bytes(4, text(node.op)),
    ...attributes,
  ]);
}

function encodeAttribute(value: number | readonly number[]): Uint8Array[] {
  if (typeof value === 'number') return [varint(3, value), varint(20, ATTRIBUTE_INT)];
  return [...value.map((one) => varint(8, one)), varint(20, ATTRIBUTE_INTS)];
}
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

function encodeInitializer({ name, type, dims, data }: Initializer): Uint8Array {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return message([...dims.map((dim) => varint(1, dim)), varint(2, type), bytes(8, text(name)), bytes(9, raw)]);
}

function encodePort({ name, type, dims }: Port): Uint8Array {
  const shape = message(dims.map((dim) => bytes(1, typeof dim === 'number' ? varint(1, dim) : bytes(2, text(dim)))));
  const tensor = message([varint(1, type), bytes(2, shape)]);
  return message([bytes(1, text(name)), bytes(2, bytes(1, tensor))]);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function varint(field: number, value: number): Uint8Array {
  return Uint8Array.from([...digits(field * 8), ...digits(value)]);
}

function bytes(field: number, value: Uint8Array): Uint8Array {
  return message([Uint8Array.from([...digits(field * 8 + 2), ...digits(value.length)]), value]);
}

function digits(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...out, rest];
    out.push((rest % 128) + 128);
  }
}

function message(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
