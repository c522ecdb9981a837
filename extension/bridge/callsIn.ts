import { BATCH_METHOD, judgingOf } from '../../src/request/methods.ts';
import { unwrap } from './unwrap.ts';

export interface NamedCall {
  readonly method: string;
  readonly paramsText: string;
}

export interface ApprovedCall extends NamedCall {
  /** CAIP-2 scope of a CAIP-27 call, `null` elsewhere. */
  readonly scope: string | null;
}

/** What an approved ask lets through, as the gate will look for it: each call of a batch, once, out of its envelope. */
export function callsIn(method: string, paramsText: string): readonly ApprovedCall[] {
  return listed(method, paramsText).map((call) => {
    const { scope, ...inner } = unwrap(call, judgingOf);
    return { method: inner.method, paramsText: inner.paramsText, scope };
  });
}

function listed(method: string, paramsText: string): readonly NamedCall[] {
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
