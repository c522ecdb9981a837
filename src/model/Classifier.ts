/**
 * The port behind which a local model answers. A model is a witness, never the judge: whatever it says can raise
 * `routine` to `caution` and can do nothing else (architecture, law 1).
 */
export type Band = 'low' | 'raised' | 'high';

/** What the host witness says of one host name. */
export interface HostScore {
  readonly host: string;
  /** Calibrated, in [0, 1]; higher is worse. */
  readonly score: number;
  readonly band: Band;
  /** Model id and version as its card gives them, e.g. `hosts@1`. */
  readonly model: string;
  /** SHA-256 (hex, no prefix) of the model's commitment: file + feature spec + runtime version. */
  readonly commitment: string;
}

export interface Classifier {
  /** Rejects with `ModelUnavailableError` when the model is missing, corrupt, slow or answers NaN. */
  scoreHost(host: string, signal: AbortSignal): Promise<HostScore>;
}

/**
 * What an adapter (offscreen document, event page, command line) gives `src/model/`: one run of the ONNX graph.
 * `inputs` are named tensors; int32 and float32 only.
 */
export interface ModelRuntime {
  run(
    inputs: Readonly<Record<string, { readonly data: Int32Array | Float32Array; readonly dims: readonly number[] }>>,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, Float32Array>>>;
}
