import browser from 'webextension-polyfill';

export interface Answer {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A content script's line to the background for wallets that carry one call a message. */
export function openPort(channel: string, answered: (answer: Answer) => void) {
  let port: browser.Runtime.Port | null = null;

  /** The background may have been put to sleep; a new port wakes it, and is made on the next message. */
  function connected(): browser.Runtime.Port {
    if (port !== null) return port;
    port = browser.runtime.connect({ name: channel });
    port.onMessage.addListener((message: unknown) => {
      const { name, data } = message as { name: string; data: Answer };
      if (name === channel) answered(data);
    });
    port.onDisconnect.addListener(() => {
      port = null;
    });
    return port;
  }

  return {
    ask(call: { readonly id: unknown; readonly method: string; readonly params: unknown }): void {
      connected().postMessage({ name: channel, data: { jsonrpc: '2.0', ...call } });
    },
  };
}
