import type { Action } from '../../decode/Action.ts';
import type { Grants } from '../../simulate/Consequence.ts';
import type { Scene } from '../Detector.ts';
import { accountFacts, same } from './reading.ts';

/** The taxonomy id of a grant: by what the request says when it says it, `A6` when only the simulation showed it. */
export function grantFamily(scene: Scene, grant: Grants): string {
  for (const action of scene.actions) {
    const family = familyOf(action, grant);
    if (family !== null) return family === 'A1' && isCounterfactual(scene, grant) ? 'A5' : family;
  }
  return grant.basis === 'simulated' ? 'A6' : 'A1';
}

function familyOf(action: Action, grant: Grants): string | null {
  switch (action.kind) {
    case 'allowance':
      if (!same(action.spender, grant.to)) return null;
      if (action.power === 'borrow') return 'G2';
      return action.change === 'increase' ? 'A2' : 'A1';
    case 'operatorApproval':
      return same(action.operator, grant.to) ? 'A3' : null;
    case 'permit':
      if (!same(action.spender, grant.to)) return null;
      return action.standard === 'erc2612' ? 'B1' : action.standard === 'dai' ? 'B2' : 'B5';
    case 'permit2':
      if (!same(action.spender, grant.to)) return null;
      if (action.form === 'approve') return 'A4';
      return action.form.startsWith('allowance') ? 'B3' : 'B4';
    default:
      return null;
  }
}

/** No code, never sent, never funded: an address made for this one grant, or one CREATE2 will fill later. */
function isCounterfactual(scene: Scene, grant: Grants): boolean {
  const facts = accountFacts(scene, grant.to);
  return facts !== null && facts.code === 'none' && facts.nonce === 0n && facts.balanceWei === 0n;
}
