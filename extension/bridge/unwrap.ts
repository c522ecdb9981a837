import type { MethodKind } from '../../src/request/methods.ts';
import { isRecord } from './records.ts';
import type { PlainCall } from './WalletChannel.ts';

/** What a call comes to: what is judged, and what an approval is for. */
export interface Inner {
  readonly judging: Exclude<MethodKind, 'unwrap'>;
  readonly method: string;
  readonly paramsText: string;
  /** CAIP-2 scope of a CAIP-27 call, `null` elsewhere. */
  readonly scope: string | null;
}

/** CAIP-27: what is judged is the call inside, on the chain its scope names. */
export function unwrap(call: PlainCall, kindOf: (method: string) => MethodKind): Inner {
  const { method, paramsText } = call;
  const judging = call.judging ?? kindOf(method);
  if (judging !== 'unwrap') return { judging, method, paramsText, scope: null };
  const params: unknown = JSON.parse(paramsText);
  const scope = isRecord(params) && typeof params.scope === 'string' ? params.scope : null;
  const request = isRecord(params) ? params.request : null;
  if (!isRecord(request) || typeof request.method !== 'string') return { judging: 'judge', method, paramsText, scope };
  const kind = kindOf(request.method);
  const inside = { method: request.method, paramsText: JSON.stringify(request.params ?? []), scope };
  return { ...inside, judging: kind === 'unwrap' ? 'refuse' : kind };
}

/** EIP-155 id of the chain a call is for: its scope's, or the wallet's own. */
export function chainOf(scope: string | null, chainId: number | null): number | null {
  if (scope === null) return chainId;
  const match = /^eip155:([1-9][0-9]{0,14})$/u.exec(scope);
  return match === null ? null : Number(match[1]);
}
