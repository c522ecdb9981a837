/** Rabby's page channel (`@rabby-wallet/page-provider`), over `@metamask/post-message-stream` like MetaMask's. */
export const CONTENT_SCRIPT = 'rabby-content-script';
export const PAGE = 'rabby-page-provider';

export interface Asked {
  readonly data: {
    readonly type: 'request';
    readonly data: {
      readonly ident: string;
      readonly data: { readonly method: string; readonly params?: unknown; readonly $ctx?: unknown };
    };
  };
}

export interface Answered {
  readonly data: {
    readonly type: 'response';
    readonly data: {
      readonly ident: unknown;
      readonly res?: unknown;
      readonly err?: { readonly code: number; readonly message: string };
    };
  };
}
