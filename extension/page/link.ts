import { callError, INTERNAL } from './errors.ts';
import {
  cancel,
  create,
  deleteProperty,
  dispatch,
  isObject,
  later,
  listen,
  messageData,
  messagePorts,
  NativeEvent,
  NativePromise,
  own,
  portPost,
  portStart,
  randomId,
  stopNow,
  unlisten,
  win,
} from './primordials.ts';

/**
 * Event types of the handover. Both scripts of ours run before any script of the page in a clean document, in an order no
 * browser promises; whoever comes second calls, and events dispatched from one world reach the other in the same tick.
 */
export const PORT_EVENT = 'c:port';
export const HELLO_EVENT = 'c:hello';

/** How long an ask waits for the bridge's port before it fails closed, milliseconds. */
const PORT_WAIT_MS = 3_000;

export interface PageAsk {
  readonly method: string;
  readonly paramsText: string;
  readonly chainId: string | null;
  readonly account: string | null;
  readonly rdns: string | null;
  readonly name: string | null;
}

export interface Link {
  /** Resolves on "go", rejects with an EIP-1193 error on "no". */
  ask(ask: PageAsk): Promise<void>;
  tell(message: object): void;
}

/** The page's end of the private port to the bridge. A reply counts once, for a pending random id. */
export function openLink(): Link {
  const pending: Record<string, { go: () => void; no: (reason: unknown) => void }> = create(null);
  const queue: object[] = [];
  let port: MessagePort | null = null;

  const take = (event: Event): void => {
    const ports = messagePorts(event);
    const given = ports[0];
    if (given === undefined) return;
    stopNow(event);
    cancel(event);
    unlisten(win, PORT_EVENT, take, true);
    port = given;
    listen(given, 'message', (reply) => settle(messageData(reply)));
    portStart(given);
    for (let index = 0; index < queue.length; index++) portPost(given, queue[index]);
    queue.length = 0;
  };
  listen(win, PORT_EVENT, take, true);
  dispatch(win, new NativeEvent(HELLO_EVENT));

  function settle(reply: unknown): void {
    if (!isObject(reply)) return;
    const id = own(reply, 'id');
    if (typeof id !== 'string') return;
    const waiting = pending[id];
    if (waiting === undefined) return;
    deleteProperty(pending, id);
    if (own(reply, 't') === 'go') waiting.go();
    else waiting.no(errorFrom(reply));
  }

  function tell(message: object): void {
    if (port === null) queue[queue.length] = message;
    else portPost(port, message);
  }

  return {
    tell,
    ask(ask) {
      return new NativePromise((resolve, reject) => {
        const id = randomId();
        pending[id] = { go: () => resolve(), no: reject };
        const { method, paramsText, chainId, account, rdns, name } = ask;
        tell({ t: 'ask', id, method, paramsText, chainId, account, rdns, name });
        if (port !== null) return;
        later(() => {
          if (port !== null || pending[id] === undefined) return;
          deleteProperty(pending, id);
          reject(callError(INTERNAL, 'Countersign could not be reached: reload this page.'));
        }, PORT_WAIT_MS);
      });
    },
  };
}

function errorFrom(reply: object): Error {
  const code = own(reply, 'code');
  const message = own(reply, 'message');
  return callError(
    typeof code === 'number' ? code : INTERNAL,
    typeof message === 'string' ? message : 'The request was not allowed.',
  );
}
