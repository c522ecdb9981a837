/** An error with the JSON-RPC code the page is to see. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export function failure(code: number, message: string): WalletError {
  return new WalletError(code, message);
}

/** The `error` member of a JSON-RPC answer. */
export function errorMember(error: unknown): { code: number; message: string } {
  if (error instanceof WalletError) return { code: error.code, message: error.message };
  return { code: -32603, message: error instanceof Error ? error.message : String(error) };
}
