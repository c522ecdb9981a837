type Ask = (method: string, params: unknown) => Promise<unknown>;
type Callback = (error: unknown, response: unknown) => void;
interface Payload {
  readonly id?: unknown;
  readonly method: string;
  readonly params?: unknown;
}

/** An EIP-1193 provider with the older `send` and `sendAsync` and nothing else, for wallets of other makes. */
export function plainProvider(ask: Ask, flags: object): object {
  const request = ({ method, params }: Payload): Promise<unknown> => ask(method, params);
  const sendAsync = (payload: Payload, done: Callback): void => {
    request(payload).then(
      (result) => done(null, { id: payload.id, jsonrpc: '2.0', result }),
      (error: unknown) => done(error, undefined),
    );
  };
  const provider: object = {
    ...flags,
    request,
    sendAsync,
    send: (first: string | Payload, second?: unknown) =>
      typeof first === 'string' ? request({ method: first, params: second }) : sendAsync(first, second as Callback),
    on: () => provider,
    removeListener: () => provider,
  };
  return provider;
}
