import { isSigned, ofKind } from './consequenceStory.ts';
import type { Explanation } from './Explanation.ts';
import type { Speech } from './Speech.ts';

/** A line for each chain word that the words above touch, most telling first. */
export function glossaryOf(speech: Speech): Explanation['glossary'] {
  const { action, request, evidence } = speech;
  const grants = ofKind(speech, 'grants');
  const isFired = (id: string) => evidence.some((one) => one.detector === id && one.outcome === 'fired');
  const sent = request.ask.kind === 'transaction' || request.ask.kind === 'calls';
  const simulated = speech.consequences.some((one) => 'basis' in one && one.basis !== 'stated');
  const owes =
    grants.some(({ power }) => power === 'borrow') ||
    speech.consequences.some((one) => 'debtOf' in one && one.debtOf !== undefined);
  const entries: [boolean, Explanation['glossary'][number]][] = [
    [grants.some(({ power }) => power === 'spend'), entry(speech, 'glossary.allowance', 'glossary.allowance.text')],
    [grants.length > 0 && isSigned(speech), entry(speech, 'glossary.permit', 'glossary.permit.text')],
    [grants.some(({ power }) => power === 'operate'), entry(speech, 'glossary.operator', 'glossary.operator.text')],
    [owes, entry(speech, 'glossary.debt', 'glossary.debt.text')],
    [action.kind === 'order' || isFired('order-root'), entry(speech, 'glossary.order', 'glossary.order.text')],
    [action.kind === 'delegation', entry(speech, 'glossary.delegation', 'glossary.delegation.text')],
    [
      action.kind === 'hash' || (action.kind === 'message' && action.looksLikeHash),
      entry(speech, 'glossary.hash', 'glossary.hash.text'),
    ],
    [isSigned(speech) || action.kind === 'hash', entry(speech, 'glossary.signature', 'glossary.signature.text')],
    [sent, entry(speech, 'glossary.fee', 'glossary.fee.text')],
    [simulated, entry(speech, 'glossary.simulation', 'glossary.simulation.text')],
    [isFired('counterfeit-token'), entry(speech, 'glossary.token-list', 'glossary.token-list.text')],
  ];
  return entries.filter(([shown]) => shown).map(([, line]) => line);
}

function entry(
  speech: Speech,
  term: Parameters<Speech['say']>[0],
  text: Parameters<Speech['say']>[0],
): Explanation['glossary'][number] {
  return { term: speech.say(term), text: speech.say(text) };
}
