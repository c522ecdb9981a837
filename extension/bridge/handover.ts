/** The event types are the hook's (`page/link.ts`): the two bundles share no module, the build test holds them equal. */
const PORT_EVENT = 'c:port';
const HELLO_EVENT = 'c:hello';

export interface HookPort {
  post(message: object): void;
}

/**
 * Gives the hook its end of a private channel, whichever of the two scripts runs first, once per document. Events
 * dispatched in one world reach the other in the same tick, so in a clean document no script of the page can be listening.
 */
export function openHandover(receive: (message: unknown) => unknown): HookPort {
  const channel = new MessageChannel();
  let taken = false;
  channel.port1.addEventListener('message', (event) => {
    void receive(event.data);
  });
  channel.port1.start();

  const give = (): void => {
    // The hook cancels the event it took: a port is handed over once, and a page that calls later gets nothing.
    if (!taken) taken = !dispatchEvent(new MessageEvent(PORT_EVENT, { ports: [channel.port2], cancelable: true }));
  };
  addEventListener(
    HELLO_EVENT,
    (event) => {
      event.stopImmediatePropagation();
      give();
    },
    { capture: true, once: true },
  );
  give();
  return { post: (message) => channel.port1.postMessage(message) };
}
