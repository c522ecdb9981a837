/**
 * Every error Countersign throws on purpose. The message says what is wrong, then what to check; `cause` is kept.
 * The world's faults (a page's nonsense, an RPC's lie) are outcomes, not errors: `unreadable`, `inconclusive`.
 */
export class CountersignError extends Error {
  override readonly name: string = 'CountersignError';
}

/** Input that is not what its format says: a command line, a list file, a message over a boundary. */
export class BadInputError extends CountersignError {
  override readonly name = 'BadInputError';
}

/** The RPC refused, hung, answered nonsense or contradicted itself. */
export class RpcError extends CountersignError {
  override readonly name = 'RpcError';
  /** JSON-RPC error code when the RPC gave one. */
  readonly code: number | undefined;
  constructor(message: string, options: { cause?: unknown; code?: number } = {}) {
    super(message, { cause: options.cause });
    this.code = options.code;
  }
}

/** A packaged or subscribed list, or the registry, is missing or corrupt. */
export class ListUnavailableError extends CountersignError {
  override readonly name = 'ListUnavailableError';
}

/** A model is missing, corrupt, slow, or answered something that is no score. */
export class ModelUnavailableError extends CountersignError {
  override readonly name = 'ModelUnavailableError';
}

/** A step passed its deadline. */
export class DeadlineError extends CountersignError {
  override readonly name = 'DeadlineError';
}
