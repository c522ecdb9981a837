import type { Address } from 'viem';
import type { Evidence, Fact } from '../detectors/Evidence.ts';
import type { Grants } from '../simulate/Consequence.ts';
import { consequenceStory, controlStory, ofKind, type TakeId, takeStory } from './consequenceStory.ts';
import { amountShort } from './goods.ts';
import { isHeadlineWord } from './headlineWords.ts';
import type { Speech } from './Speech.ts';
import { type Story, story } from './Story.ts';
import { lower } from './tokens.ts';

/** The story of the finding that decided the level; `null` where the consequences tell it better. */
export function detectorStory(speech: Speech, evidence: Evidence): Story | null {
  return FIXED.get(evidence.message) ?? FIXED.get(`reason.${evidence.detector}`) ?? told(speech, evidence);
}

/** Stories that need no names. By message id, then by detector. */
const FIXED: ReadonlyMap<string, Story> = new Map([
  ['reason.eth-sign', story('blind.cheque', 'blind', 'blind')],
  ['reason.order-root', story('blind.orders', 'order', 'blind')],
  ['reason.blind-hash-message', story('blind.code', 'blind', 'blind')],
  ['reason.hash-for-old-market', story('blind.sells', 'order', 'blind')],
  ['reason.batch-drain', story('drain', 'payment', 'drain')],
  ['reason.batch-drain.items', story('drain.items', 'payment', 'drain')],
  ['reason.value-for-nothing.unlisted-return', story('nothing.token', 'payment', 'drain')],
  ['reason.data-to-eoa.memo', story('nobody.reads', 'payment', 'pay.some')],
  ['reason.withdrawal-redirect', story('withdrawal.other', 'payment', 'withdrawal')],
  ['reason.withdrawal-redirect.deposit', story('deposit.other', 'payment', 'withdrawal')],
  ['reason.withdrawal-redirect.bridge', story('deposit.other', 'payment', 'withdrawal')],
  ['reason.withdrawal-redirect.name', story('name.other', 'control', 'control')],
  ['reason.credit-delegation.drawn', story('loan.other', 'payment', 'borrow')],
  ['reason.credit-delegation.drawn-away', story('loan.other', 'payment', 'borrow')],
  ['reason.position-transfer', story('position.other', 'payment', 'control')],
  ['reason.swap-recipient', story('swap.other', 'payment', 'receiver')],
  ['reason.swap-recipient.handed', story('swap.handed', 'payment', 'pay.some')],
  ['reason.swap-recipient.no-floor', story('swap.floor', 'payment', 'receiver')],
  ['reason.trap-token', story('trap', 'payment', 'trap')],
  ['reason.trap-token.loss', story('trap.loss', 'payment', 'trap.loss')],
  ['reason.address-poisoning', story('twin', 'payment', 'twin')],
  ['reason.burn-or-token-recipient', story('lost', 'payment', 'lost')],
  ['reason.sanctioned-address', story('sanctioned', 'payment', 'list')],
  ['reason.login-domain-mismatch', story('login.other', 'login', 'login')],
  ['reason.login-domain-mismatch.unreadable', story('login.unclear', 'login', 'login')],
  ['reason.login-domain-mismatch.scheme', story('login.unclear', 'login', 'login')],
  ['reason.login-malformed', story('login.malformed', 'login', 'login')],
  ['reason.login-account-mismatch', story('login.account', 'login', 'login')],
  ['reason.foreign-site-message', story('key', 'login', 'key')],
  ['reason.foreign-site-message.only-there', story('key.other-site', 'login', 'login')],
  ['reason.foreign-site-message.login', story('login.other', 'login', 'login')],
  ['reason.foreign-site-message.names-other', story('key.other-site', 'login', 'login')],
  ['reason.wallet-contradiction', story('contradicted', 'site', 'contradicted')],
  ['reason.typed-data-chain-mismatch', story('network.other', 'blind', 'network')],
  ['reason.typed-data-no-domain', story('network.any', 'blind', 'anywhere')],
  ['reason.changes-with-circumstances', story('turns', 'payment', 'pay.some')],
  ['reason.switch-before-mining', story('bait', 'payment', 'pay.some')],
  ['reason.switch-before-mining.payee', story('payee', 'payment', 'pay.some')],
  ['reason.switch-before-mining.exposure', story('turns', 'payment', 'pay.some')],
  ['reason.rpcs-disagree', story('endpoints', 'site', 'endpoints')],
  ['reason.false-events.only', story('disagrees', 'blind', 'blind')],
  ['reason.simulation-disagrees', story('disagrees', 'blind', 'blind')],
  ['reason.permission-beyond-accounts', story('permission', 'control', 'control')],
  ['reason.decryption-request', story('secret', 'blind', 'blind')],
  ['reason.chain-impersonation', story('network.route', 'site', 'server')],
  ['reason.signature-for-other-account', story('other-account', 'login', 'login')],
  ['reason.odd-encoding', story('two-readings', 'blind', 'blind')],
]);

const TAKES: Readonly<Record<string, TakeId>> = {
  'public-call-forwarder': 'take.anyone',
  'hidden-approval': 'take.hidden',
  'listed-address': 'take.listed',
};

function told(speech: Speech, evidence: Evidence): Story | null {
  const { detector, facts } = evidence;
  switch (detector) {
    case 'account-delegation':
    case 'safe-delegatecall':
    case 'ownership-handover':
    case 'proxy-upgrade':
      return control(speech, evidence);
    case 'public-call-forwarder':
    case 'credit-delegation':
    case 'grantee-can-take':
    case 'hidden-functions':
    case 'replaceable-spender':
    case 'spender-is-eoa':
    case 'spender-unlisted':
    case 'hidden-approval':
      return take(speech, facts.who, TAKES[detector] ?? null);
    case 'listed-address':
    case 'listed-code':
      return take(speech, facts.who, 'take.listed') ?? listedStory(speech);
    case 'session-key':
      return take(speech, facts.who, null) ?? story('permission', 'control', 'control');
    case 'free-order':
    case 'worthless-payment':
      return order(speech, evidence);
    case 'value-for-nothing':
    case 'false-events':
    case 'behaves-when-watched':
      return story('nothing', 'payment', 'pay', amountOf(speech, facts.amount), ['headline.nothing.brief']);
    case 'data-to-eoa':
      return story('nobody', 'payment', 'pay', amountOf(speech, facts.amount), ['headline.nobody.brief']);
    case 'counterfeit-token':
      return counterfeit(facts.symbol);
    case 'absurd-fee':
      return story('fee', 'payment', 'pay', amountOf(speech, facts.amount ?? facts.fee));
    // Age and price are remarks on what the consequences tell.
    case 'young-contract':
    case 'swap-off-market':
      return null;
    case 'listed-site':
      return siteStory(speech, 'site.listed.takes', 'site.listed');
    default:
      return site(speech, evidence);
  }
}

/** Doubts about who asks lead only where nothing of the user's is at stake: else the consequence does. */
function site(speech: Speech, { detector, message }: Evidence): Story | null {
  const consequence = consequenceStory(speech);
  if (consequence !== null) return { ...consequence, shape: 'site' };
  switch (detector) {
    case 'lookalike-site':
      return message === 'reason.lookalike-site.imitates'
        ? story('site.imitates', 'site', 'imitation')
        : story('site.lookalike', 'site', 'list');
    case 'suspicious-host':
      return story('site.suspicious', 'site', 'list');
    case 'opaque-origin':
      return story('site.nameless', 'site', 'list');
    default:
      return null;
  }
}

function siteStory(speech: Speech, takes: 'site.listed.takes', quiet: 'site.listed'): Story {
  const consequence = consequenceStory(speech);
  const worst = consequence !== null && !['revoke', 'receive'].includes(consequence.id) ? consequence : null;
  if (worst === null) return story(quiet, 'site', 'list');
  return { ...story(takes, 'site', worst.question), args: worst.args };
}

function listedStory(speech: Speech): Story {
  return story('listed', 'payment', ofKind(speech, 'leaves').length > 0 ? 'pay.some' : 'list');
}

function take(speech: Speech, who: Fact | undefined, id: TakeId | null): Story | null {
  const grants = ofKind(speech, 'grants').filter(
    (one) => !one.revokes && who?.type === 'address' && lower(one.to) === who.value.toLowerCase(),
  );
  if (grants.length === 0) return null;
  return takeStory(speech, grants, id ?? (isBySignature(speech, grants) ? 'take.signature' : 'take.approval'));
}

function isBySignature({ request: { ask } }: Speech, grants: readonly Grants[]): boolean {
  return ask.kind === 'typedData' && grants.length > 0;
}

function control(speech: Speech, evidence: Evidence): Story {
  const found = ofKind(speech, 'control').find(({ to }) => isFact(evidence.facts.who, to));
  if (evidence.message === 'reason.ownership-handover.renounce') return story('control.nobody', 'control', 'control');
  if (evidence.message === 'reason.ownership-handover.rules') return story('control.rules', 'control', 'control.rules');
  return found === undefined ? story('control.account.unknown', 'control', 'control') : controlStory(speech, found);
}

function isFact(fact: Fact | undefined, address: Address): boolean {
  return fact?.type === 'address' && fact.value.toLowerCase() === address.toLowerCase();
}

function order(speech: Speech, evidence: Evidence): Story | null {
  if (UNPRICED.has(evidence.message)) return null;
  const args = amountOf(speech, evidence.facts.what);
  if (['reason.free-order.elsewhere', 'reason.free-order.through'].includes(evidence.message))
    return story('order.elsewhere', 'order', 'order.elsewhere', args, ['headline.order.brief']);
  if (evidence.message === 'reason.free-order.dust')
    return story('order.dust', 'order', 'order', args, ['headline.order.brief']);
  if (evidence.message === 'reason.worthless-payment.unmade')
    return story('order.unmade', 'order', 'order', args, ['headline.order.unmade.brief']);
  if (evidence.detector === 'worthless-payment')
    return story('order.worthless', 'order', 'order', args, ['headline.order.worthless.brief']);
  return story('order.free', 'order', 'order', args, ['headline.order.brief']);
}

/** Remarks on a price: what leaves and arrives tells it better. */
const UNPRICED: ReadonlySet<string> = new Set([
  'reason.free-order.below-market',
  'reason.worthless-payment.thin',
  'reason.worthless-payment.untold',
]);

function counterfeit(symbol: Fact | undefined): Story {
  const known = symbol?.type === 'name' && isHeadlineWord(symbol.value, 1) ? symbol.value : null;
  return known === null ? story('posing.any', 'site', 'posing') : story('posing', 'site', 'posing', { symbol: known });
}

function amountOf(speech: Speech, fact: Fact | undefined): { amount: string } {
  if (fact?.type !== 'amount') return { amount: speech.say('goods.something') };
  return { amount: amountShort(speech, fact.asset, fact.value) };
}
