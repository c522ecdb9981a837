import type { Action } from '../decode/Action.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { amountShort } from './goods.ts';
import type { Speech } from './Speech.ts';

/**
 * Where a smaller allowance would do and can be had (warnings.md, rule 9): what is judged is what is forwarded, so it is
 * typed in the wallet's own window, which lets people change the amount of an `approve` and of nothing else. `null` where
 * that is no help: what is danger is to be rejected, not to be made smaller.
 */
export function lessText(speech: Speech, { over, limit, holding, power, revokes, ...grant }: Grants): string | null {
  const { action, request, verdict } = speech;
  const editable = request.ask.kind === 'transaction' && isApprove(action) && grant.of === undefined;
  if (!editable || verdict.level === 'danger' || revokes || power !== 'spend' || over.type !== 'erc20') return null;
  if (holding === null) return limit === 'unlimited' ? speech.say('less') : null;
  if (limit !== 'unlimited' && limit <= holding) return null;
  if (holding === 0n) return speech.say('less');
  return speech.say('less.holding', { holding: amountShort(speech, over, holding) });
}

/** Operators of other standards have no amount, and no wallet lets people change one. */
function isApprove(action: Action): boolean {
  return action.kind === 'allowance' && action.standard === undefined;
}
