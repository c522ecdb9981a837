/** Coinbase's page channel, as `SolanaProvider` of coinbase-wallet-sdk 3 and the extension's inpage script speak it. */
export const PROVIDER_ID = 'window.coinbaseWalletExtension';

export interface Request {
  readonly type: 'extensionUIRequest';
  readonly provider: string;
  readonly data: {
    readonly action: string;
    /** `{ method, params }`, or the parameters themselves. */
    readonly request?: unknown;
    readonly id: string;
    readonly dappInfo: { readonly dappLogoURL: string };
  };
}

export interface Response {
  readonly type: 'extensionUIResponse';
  readonly data: {
    readonly id: string;
    readonly action: string;
    readonly response?: { readonly method: string; readonly result: unknown };
    readonly error?: { readonly code: number; readonly message: string };
  };
}
