import type { Action, Asset } from '../decode/Action.ts';
import type { Arrives, Consequence, Control, Grants, Leaves } from '../simulate/Consequence.ts';
import { amountShort, goodsOfGrants, tokenShort } from './goods.ts';
import type { Speech } from './Speech.ts';
import { type Story, type StoryId, story } from './Story.ts';
import { decimalsOf, lower } from './tokens.ts';
import { payeeShort, whoShort } from './who.ts';

/** The worst that the consequences hold: power over what stays, then command, then what leaves, then the rest. */
export function consequenceStory(speech: Speech): Story | null {
  const grants = ofKind(speech, 'grants').filter((one) => !one.revokes && !isUser(speech, one.to));
  if (grants.length > 0) return takeStory(speech, grants, isSigned(speech) ? 'take.signature' : 'take.approval');
  const [control] = ofKind(speech, 'control');
  if (control !== undefined) return controlStory(speech, control);
  const leaves = ofKind(speech, 'leaves').filter(isPlainMove);
  const arrives = ofKind(speech, 'arrives').filter(isPlainMove);
  const debt = debtStory(speech);
  if (debt !== null && (leaves.length === 0 || (debt.id === 'repay' && arrives.length === 0))) return debt;
  if (leaves.length > 0) return payStory(speech, leaves, arrives);
  const [revoked] = ofKind(speech, 'grants').filter((one) => one.revokes);
  if (revoked !== undefined)
    return story('revoke', 'approval', 'take', { token: tokenShort(speech, revoked.over) }, ['headline.revoke.brief']);
  const [gain] = arrives;
  return gain === undefined
    ? null
    : story('receive', 'payment', 'pay', { gain: amountShort(speech, gain.asset, gain.amount) }, [
        'headline.receive.brief',
      ]);
}

export type TakeId = Extract<StoryId, `take.${string}`>;

/** Power over tokens, in the tone its detector asks for. The widest grantee's grants are told together. */
export function takeStory(speech: Speech, grants: readonly Grants[], id: TakeId): Story {
  const worst = widest(grants);
  if (worst?.power === 'borrow') {
    const who = { who: whoShort(speech, worst.to) };
    return story('borrow', isSigned(speech) ? 'permit' : 'approval', 'borrow', who, ['headline.borrow.brief']);
  }
  const together = grants.filter(({ to }) => worst !== undefined && lower(to) === lower(worst.to));
  return story(
    worst?.budget === undefined ? id : 'take.session',
    isSigned(speech) ? 'permit' : 'approval',
    'take',
    {
      who: worst === undefined ? '' : whoShort(speech, worst.to),
      goods: goodsOfGrants(speech, together),
    },
    worst?.budget === undefined
      ? ['headline.take.short', 'headline.take.brief']
      : ['headline.take.session.short', 'headline.take.brief'],
  );
}

/** What is taken on weighs more than what is paid back. */
function debtStory(speech: Speech): Story | null {
  const [loan] = ofKind(speech, 'leaves').filter((one) => !isPlainMove(one));
  const [repaid] = ofKind(speech, 'arrives').filter((one) => !isPlainMove(one));
  const debt = loan ?? repaid;
  if (debt === undefined) return null;
  const args = { amount: amountShort(speech, owedAsset(speech, debt), debt.amount) };
  return loan === undefined
    ? story('repay', 'payment', 'pay', args, ['headline.repay.brief'])
    : story('loan', 'payment', 'borrow', args, ['headline.loan.brief']);
}

/** What is owed, where it has a name or decimals, else the token that counts it. */
export function owedAsset(speech: Speech, { asset, debtOf }: Pick<Leaves, 'asset' | 'debtOf'>): Asset {
  const owed: Asset = debtOf === undefined ? asset : { type: 'erc20', address: debtOf };
  return decimalsOf(speech, owed) === null ? asset : owed;
}

/** No debt that grows or falls. */
function isPlainMove({ debtOf }: Leaves | Arrives): boolean {
  return debtOf === undefined;
}

export function payStory(speech: Speech, leaves: readonly Leaves[], arrives: readonly Arrives[]): Story {
  const [out] = leaves;
  const [gain] = arrives;
  if (out === undefined) return story('pay.some', 'payment', 'pay.some');
  const args = { amount: amountShort(speech, out.asset, out.amount) };
  if (gain !== undefined) {
    const trade = {
      ...args,
      gain: amountShort(speech, gain.asset, gain.amount),
      token: tokenShort(speech, out.asset),
      other: tokenShort(speech, gain.asset),
    };
    const selling = speech.action.kind === 'order';
    return story(selling ? 'offer' : 'swap', selling ? 'order' : 'payment', 'pay', trade, [
      'headline.swap.short',
      'headline.swap.brief',
    ]);
  }
  if (leaves.length > 1) return story('pay.several', 'payment', 'pay.some', { count: leaves.length });
  if (out.to === null) return story('pay.away', 'payment', 'pay', args, ['headline.pay.some']);
  return story('pay.send', 'payment', 'pay', { ...args, who: payeeShort(speech, out.to) }, [
    'headline.pay.away',
    'headline.pay.some',
  ]);
}

export function controlStory(speech: Speech, control: Control): Story {
  const args = { who: whoShort(speech, control.to) };
  if (control.what === 'account-code') return story('control.account', 'control', 'control', args);
  if (control.what === 'subname') return story('control.subname', 'control', 'control', args);
  if (control.what === 'rules') return story('control.rules', 'control', 'control.rules', args);
  if (control.what === 'delegatecall' && !isOfSafe(speech, control))
    return story('control.script', 'control', 'control', args, ['headline.control.script.brief']);
  if (control.what === 'delegatecall')
    return story('control.shared', 'control', 'control', args, ['headline.control.shared.brief']);
  return story(control.what === 'upgrade' ? 'control.upgrade' : 'control.owner', 'control', 'control', args);
}

/** Shared by several people, as a Safe may be; a person's proxy or smart account is not. */
function isOfSafe({ action }: Speech, { of, to }: Control): boolean {
  const isIt = (one: Action): boolean =>
    one.kind === 'batch'
      ? one.actions.some(isIt)
      : one.kind === 'delegatecall' &&
        one.functionName === 'delegatecall' &&
        lower(one.of) === lower(of) &&
        lower(one.to) === lower(to);
  return isIt(action);
}

export function ofKind<K extends Consequence['kind']>(speech: Speech, kind: K): Extract<Consequence, { kind: K }>[] {
  return speech.consequences.filter((one): one is Extract<Consequence, { kind: K }> => one.kind === kind);
}

/** Given by a signature that somebody else uses later, not by a transaction of the user's own. */
export function isSigned({ request: { ask } }: Speech): boolean {
  return ask.kind === 'typedData' || ask.kind === 'message';
}

function isUser(speech: Speech, address: string): boolean {
  return speech.user !== null && speech.user.toLowerCase() === address.toLowerCase();
}

function widest(grants: readonly Grants[]): Grants | undefined {
  return grants.find(({ limit, over }) => limit === 'unlimited' || over.type === 'collection') ?? grants[0];
}
