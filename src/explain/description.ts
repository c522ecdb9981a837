import type { Action, Intent } from '../decode/Action.ts';
import { quotePhrase } from './quote.ts';
import type { Speech } from './Speech.ts';

/** What public ERC-7730 descriptors call what nobody could read: quoted, with whose words they are; `null` without any. */
export function descriptionOf(speech: Speech): string | null {
  const intents = intentsIn(speech.action);
  const [first] = intents;
  if (first === undefined) return null;
  const texts = [...new Set(intents.map(({ text }) => text))].slice(0, MOST).map(quotePhrase);
  const args = { intent: texts.join(', '), owner: quotePhrase(first.owner ?? '') };
  if (first.date === null) return speech.say('description.given', args);
  const day = new Intl.DateTimeFormat(speech.language, { dateStyle: 'long', timeZone: 'UTC' });
  const dated = { ...args, date: day.format(new Date(first.date)) };
  return speech.say(first.owner === null ? 'description.listed' : 'description.listed.owner', dated);
}

function intentsIn(action: Action): readonly Intent[] {
  if (action.kind === 'batch') return action.actions.flatMap(intentsIn);
  if (action.kind !== 'call' && action.kind !== 'opaque') return [];
  return action.intent === undefined ? [] : [action.intent];
}

/** Calls of one batch that are named. */
const MOST = 3;
