import { BATCH_METHOD } from '../../src/request/methods.ts';

export interface NamedCall {
  readonly method: string;
  readonly paramsText: string;
}

/** What an approved ask lets through, as the wallet's channel will carry it: each call of a batch, once. */
export function callsIn(method: string, paramsText: string): readonly NamedCall[] {
  const whole = [{ method, paramsText }];
  if (method !== BATCH_METHOD) return whole;
  const items = listIn(paramsText);
  const calls = items.flatMap((item: unknown): NamedCall[] => {
    if (typeof item !== 'object' || item === null || !('method' in item) || typeof item.method !== 'string') return [];
    return [{ method: item.method, paramsText: JSON.stringify('params' in item ? item.params : []) }];
  });
  return calls.length === items.length ? calls : whole;
}

/** Whoever holds a dirty document's port may have written it. */
function listIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [null];
  } catch {
    return [null];
  }
}
