import type { Action, TypedDomain } from './Action.ts';
import { decodeCall } from './call.ts';
import { doneBy } from './safe.ts';
import type { Struct, StructReader } from './struct.ts';

/** ERC-4337 operations as signatures: EntryPoint 0.8's own typed data, Safe's 4337 module, and the older form. */
export const USER_OPERATION_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['UserOperation', (struct, domain) => userOperation(struct, domain, 'sender')],
  ['PackedUserOperation', (struct, domain) => userOperation(struct, domain, 'sender')],
  ['SafeOp', (struct, domain) => userOperation(struct, domain, 'safe')],
]);

/** What the account would run. A call that is no known form of `execute` stays opaque: it may be anything. */
function userOperation(struct: Struct, domain: TypedDomain, member: 'sender' | 'safe'): Action {
  const sender = struct.address(member);
  const data = struct.bytes('callData');
  const closed: Action = { kind: 'opaque', what: 'user-operation', label: struct.typeName, domain };
  if (sender === null || data === null) return closed;
  const action = decodeCall({ to: sender, valueWei: 0n, data, sender });
  if (action.kind !== 'batch' && action.kind !== 'delegatecall') return closed;
  // The account may be another than the one that signs for it.
  return doneBy(action, sender);
}
