import { byteLength } from '../text/hex.ts';
import type { Action, CallAction } from './Action.ts';
import { ACCOUNT_READERS } from './accounts.ts';
import { AGGREGATOR_READERS } from './aggregators.ts';
import { BATCH_LIMITS, BATCH_READERS } from './batch.ts';
import { BULK_TRANSFER_READERS } from './bulkTransfer.ts';
import { Arguments, type Call, type CallReader, selectorOf } from './calldata.ts';
import { CONTROL_READERS } from './control.ts';
import { CREDIT_READERS } from './credit.ts';
import { withGist } from './gist.ts';
import { OPERATOR_READERS } from './operators.ts';
import { openOthersAccount } from './othersAccount.ts';
import { PERMIT2_READERS } from './permit2.ts';
import { ROUTER_READERS } from './router.ts';
import { SAFE_READERS } from './safe.ts';
import { KNOWN_SIGNATURES } from './signatures.ts';
import { TOKEN_READERS } from './tokens.ts';
import { UNIVERSAL_ROUTER_READERS } from './universalRouter.ts';
import { VOTE_READERS } from './vote.ts';

/** Actions that may still be opened; shared by everything one request holds. */
export interface Room {
  actions: number;
}

export function newRoom(): Room {
  return { actions: BATCH_LIMITS.actions };
}

/** What one call says it does. Batches are opened to `BATCH_LIMITS`; never throws. */
export function decodeCall(call: Call, room: Room = newRoom(), depth = 0): Action {
  room.actions -= 1;
  if (room.actions < 0) return unread(`a batch of over ${BATCH_LIMITS.actions} actions`);
  if (depth > BATCH_LIMITS.depth) return unread(`batches inside batches, over ${BATCH_LIMITS.depth} deep`);
  const selector = selectorOf(call.data);
  if (selector === null) return plainTransfer(call);
  const read = READERS.get(selector);
  const open = (inner: Call): Action => decodeCall(inner, room, depth + 1);
  const action = read?.(call, Arguments.of(call.data), open) ?? null;
  if (action !== null) return action;
  const outer = withGist(unknownCall(call, selector), call, Arguments.of(call.data));
  return (read === undefined ? null : openOthersAccount(call, read, open, outer)) ?? outer;
}

/** A call to nobody: creates a contract. */
export function decodeDeployment(valueWei: bigint, data: `0x${string}`): Action {
  return { kind: 'deployment', valueWei, codeBytes: byteLength(data) };
}

function plainTransfer(call: Call): Action {
  return {
    kind: 'transfer',
    asset: { type: 'native' },
    from: null,
    to: call.to,
    amount: call.valueWei,
    data: call.data,
  };
}

function unknownCall(call: Call, selector: `0x${string}`): CallAction {
  const { to, valueWei, data } = call;
  return { kind: 'call', to, selector, signature: KNOWN_SIGNATURES.get(selector) ?? null, valueWei, data };
}

function unread(detail: string): Action {
  return { kind: 'unreadable', why: 'too-large', detail };
}

const READERS: ReadonlyMap<string, CallReader> = new Map<string, CallReader>([
  ...TOKEN_READERS,
  ...OPERATOR_READERS,
  ...PERMIT2_READERS,
  ...CONTROL_READERS,
  ...CREDIT_READERS,
  ...ROUTER_READERS,
  ...UNIVERSAL_ROUTER_READERS,
  ...BATCH_READERS,
  ...SAFE_READERS,
  ...BULK_TRANSFER_READERS,
  ...ACCOUNT_READERS,
  ...AGGREGATOR_READERS,
  ...VOTE_READERS,
]);
