/** One look at a wallet, as a dapp takes it. It runs twice: with the wallet alone, and through Countersign. */
export interface Check {
  readonly title: string;
  /** What a dapp can observe, as JSON; it must not hold anything that differs from run to run. */
  readonly run: (env: Env) => Promise<unknown>;
  /** What must be observed with the wallet alone: a check that sees nothing proves nothing. */
  readonly alone?: unknown;
  /** What the person does with each review window; `continue` when absent. */
  readonly decision?: 'continue' | 'reject';
  /** Where Countersign is meant to differ: these members replace those of the wallet alone. */
  readonly differs?: { readonly why: string; readonly through: Readonly<Record<string, unknown>> };
}

/** Served to the page as `/env.json`. */
export interface Env {
  readonly user: string;
  readonly friend: string;
  readonly token: string;
  /** The chain the wallet is on, and one more that it knows: EIP-155 ids and RPC URLs. */
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly otherChainId: number;
  readonly otherRpcUrl: string;
}

export type Listener = (this: unknown, ...args: readonly unknown[]) => unknown;

/** What a dapp may use of a provider: EIP-1193, and what MetaMask kept from before it. */
export interface Provider {
  request(args?: unknown, ...more: readonly unknown[]): Promise<unknown>;
  send(first?: unknown, second?: unknown): unknown;
  sendAsync(payload: unknown, callback: (error: unknown, response: unknown) => void): unknown;
  enable(): Promise<unknown>;
  isConnected(): boolean;
  on(name: string, listener: Listener): Provider;
  off(name: string, listener: Listener): Provider;
  once(name: string, listener: Listener): Provider;
  addListener(name: string, listener: Listener): Provider;
  prependListener(name: string, listener: Listener): Provider;
  removeListener(name: string, listener: Listener): Provider;
  removeAllListeners(name?: string): Provider;
  setMaxListeners(count: number): Provider;
  listenerCount(name: string): number;
  listeners(name: string): readonly Listener[];
  rawListeners(name: string): readonly Listener[];
  eventNames(): readonly string[];
  emit(name: string, ...args: readonly unknown[]): boolean;
  readonly isMetaMask?: boolean;
  readonly chainId: string | null;
  readonly networkVersion: string | null;
  readonly selectedAddress: string | null;
  readonly providers?: readonly Provider[];
  readonly _metamask: {
    isUnlocked(): Promise<boolean>;
    requestBatch(requests: unknown): Promise<unknown>;
  };
}

declare global {
  interface Window {
    ethereum: Provider;
    web3: { readonly currentProvider: Provider; readonly __isMetaMaskShim__: boolean };
    conformance: { run(title: string): Promise<unknown> };
  }
}
