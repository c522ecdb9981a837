/** The few parts of the extension API the bridge uses, without a polyfill: it runs in every frame. */
export interface PageApi {
  /** Gone, in some browsers, once this script's extension was updated or removed under it. */
  readonly runtime?: {
    /** Absent then, in the others. */
    readonly id: string | undefined;
    connect(info: { name: string }): PagePort;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown, sender: Sender, answer: (value: unknown) => void) => void): void;
    };
  };
}

export interface PagePort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

interface Sender {
  readonly id?: string;
  readonly tab?: object;
}

declare const chrome: PageApi;
declare const browser: PageApi | undefined;

export const api: PageApi = typeof browser === 'undefined' ? chrome : browser;
