import type { Choice, Phase, StoredRequest } from '../protocol/stored.ts';

/**
 * The life of one request: received -> checking -> ready -> decided -> delivered -> done. Pure: the caller writes each
 * new state down before it does what the state allows.
 */
export type RequestEvent =
  | { readonly type: 'check' }
  | { readonly type: 'checked' }
  | { readonly type: 'decide'; readonly choice: Choice; readonly code?: number; readonly message?: string }
  | { readonly type: 'deliver' }
  | { readonly type: 'acknowledge' };

/** From which phases an event may come, and where it leads. A re-check goes back to `checking`; a decision never goes back. */
const TABLE: Readonly<Record<RequestEvent['type'], { readonly from: readonly Phase[]; readonly to: Phase }>> = {
  check: { from: ['received', 'checking', 'ready'], to: 'checking' },
  checked: { from: ['checking'], to: 'ready' },
  decide: { from: ['received', 'checking', 'ready'], to: 'decided' },
  deliver: { from: ['decided', 'delivered'], to: 'delivered' },
  acknowledge: { from: ['decided', 'delivered'], to: 'done' },
};

/** EIP-1193: the person said no. */
export const USER_REJECTED = { code: 4001, message: 'User rejected the request.' } as const;

/** The next state, or `null` when the event is not for this phase: a second decision, a late verdict. */
export function step(request: StoredRequest, event: RequestEvent): StoredRequest | null {
  const { from, to } = TABLE[event.type];
  if (!from.includes(request.phase)) return null;
  if (event.type !== 'decide') return { ...request, phase: to };
  const allowed = event.choice === 'continue' || event.choice === 'quiet';
  return {
    ...request,
    phase: to,
    choice: event.choice,
    code: allowed ? null : (event.code ?? USER_REJECTED.code),
    message: allowed ? null : (event.message ?? USER_REJECTED.message),
  };
}

/** True until somebody or something has decided. */
export function isWaiting(request: StoredRequest): boolean {
  return request.phase === 'received' || request.phase === 'checking' || request.phase === 'ready';
}
