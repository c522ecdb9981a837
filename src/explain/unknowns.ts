import type { UnknownWhy } from '../simulate/Consequence.ts';
import { ofKind } from './consequenceStory.ts';
import type { MessageId } from './messages.ts';
import type { Speech } from './Speech.ts';

/** Each missing fact in one sentence: what the request's own reading lacks, then what the checks could not reach. */
export function unknownLines(speech: Speech): string[] {
  const { verdict } = speech;
  const ids: MessageId[] = ofKind(speech, 'unknown').map(({ why }) => WHY[why]);
  if (verdict.because.includes('opaque-action') && !ids.some((id) => READING.has(id))) ids.push('unknown.opaque');
  if (verdict.because.includes('lost-fact')) ids.push(...lostFacts(speech));
  const unique = [...new Set(ids)];
  // "Nothing was simulated" says why where a reason is known: the bare sentence then adds nothing.
  const reasoned = unique.some((id) => id.startsWith('unknown.not-simulated.'));
  return unique.filter((id) => !(reasoned && id === 'unknown.not-simulated')).map((id) => speech.say(id));
}

const WHY: Readonly<Record<UnknownWhy, MessageId>> = {
  'not-simulated': 'unknown.not-simulated',
  'simulation-failed': 'unknown.simulation-failed',
  opaque: 'unknown.opaque',
  unreadable: 'unknown.unreadable',
  'blind-hash': 'unknown.blind-hash',
  'would-fail': 'unknown.would-fail',
  'unbounded-order': 'unknown.unbounded-order',
};

const READING: ReadonlySet<MessageId> = new Set(['unknown.opaque', 'unknown.unreadable', 'unknown.blind-hash']);

function lostFacts({ verdict: { coverage }, consequences }: Speech): MessageId[] {
  const { ran, failed, skipped } = coverage;
  const found: MessageId[] = [];
  const noRpc = skipped.some(({ step, why }) => step === 'chain' && why.startsWith('no-rpc'));
  if (noRpc) found.push('unknown.not-simulated.no-rpc');
  else if (failed.some(({ step }) => step === 'chain')) found.push('unknown.not-simulated.chain-down');
  else if (failed.some(({ step }) => step === 'simulation')) found.push('unknown.simulation-failed');
  if (failed.some(({ step }) => step === 'detectors')) found.push('unknown.checks-failed');
  if (found.length === 0 && !consequences.some((one) => one.kind === 'unknown')) {
    found.push(ran.includes('chain') ? 'unknown.grantee' : 'unknown.not-simulated');
  }
  return found;
}
