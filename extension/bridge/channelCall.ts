import type { ChannelCall } from './WalletChannel.ts';

/** A call as it is judged, its parameters as text once; `null` when it is none, or its parameters have no JSON form. */
export function channelCall(id: unknown, method: unknown, params: unknown, aside?: unknown): ChannelCall | null {
  if (typeof method !== 'string') return null;
  try {
    // BigInt and cycles survive structured clone and not JSON: such a message cannot be judged.
    const paramsText = params === undefined ? '[]' : JSON.stringify(params);
    return paramsText === undefined ? null : { id, method, paramsText, hasParams: params !== undefined, aside };
  } catch {
    return null;
  }
}

/** The call's name and parameters again, from what was judged. */
export function namedCall({ method, paramsText, hasParams }: ChannelCall): { method: string; params?: unknown } {
  return hasParams ? { method, params: JSON.parse(paramsText) as unknown } : { method };
}
