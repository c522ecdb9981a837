import type { CopiedCall } from './copiedCall.ts';
import type { EntryCall } from './EntryCall.ts';
import { apply, isObject, mapList, own } from './primordials.ts';

/** The wallet's own function, called with the copy in the payload's place. */
export function forward(call: EntryCall, payload: unknown): unknown {
  return apply(
    call.native,
    call.self,
    mapList(call.args, (arg, index) => (index === 0 ? payload : arg)),
  );
}

/** The same for `send(method, params)`. */
export function forwardNamed(call: EntryCall, method: string, copied: CopiedCall | undefined): unknown {
  const payload = copied?.payload;
  const params = isObject(payload) ? own(payload, 'params') : undefined;
  return apply(
    call.native,
    call.self,
    mapList(call.args, (arg, index) =>
      index === 0 ? method : index === 1 && typeof arg !== 'function' ? params : arg,
    ),
  );
}
