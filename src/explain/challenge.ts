import { ofKind } from './consequenceStory.ts';
import type { Challenge } from './Explanation.ts';
import { amountShort } from './goods.ts';
import type { MessageId } from './messages.ts';
import type { Speech } from './Speech.ts';
import type { Story } from './Story.ts';
import { capitalised } from './who.ts';

/**
 * Danger's question: pick the true fact among plausible false ones. `null` where friction is lower, and where nothing
 * could be checked: then there is no fact to ask for and the window says so itself.
 */
export function challengeOf(speech: Speech, story: Story): Challenge | null {
  if (speech.verdict.friction !== 'fact' || speech.verdict.level !== 'danger') return null;
  const [first = '', ...wrong] = optionsOf(speech, story).map(capitalised);
  const options = shuffled([first, ...wrong], speech.request.id);
  return { question: speech.say(`question.${story.question}`), options, answer: options.indexOf(first) };
}

/** The true one first. */
function optionsOf(speech: Speech, story: Story): string[] {
  const { question, args } = story;
  const ids: readonly MessageId[] = [
    `question.${question}.true`,
    `question.${question}.wrong`,
    `question.${question}.also-wrong`,
  ];
  const tenth = question === 'pay' ? tenthOf(speech) : null;
  return ids.map((id, index) => (index === 1 && tenth !== null ? tenth : speech.say(id, args)));
}

/** A tenth of what really leaves: near enough to be read, far enough to be wrong. */
function tenthOf(speech: Speech): string | null {
  const [out] = ofKind(speech, 'leaves').filter(({ debtOf }) => debtOf === undefined);
  if (out === undefined || out.amount === 'unlimited' || out.amount < 10n) return null;
  if (out.asset.type !== 'native' && out.asset.type !== 'erc20') return null;
  return amountShort(speech, out.asset, out.amount / 10n);
}

/** The same request always shows the same order; another request another one. `id` is 32 random hex digits. */
function shuffled(options: readonly string[], id: string): string[] {
  const rest = [...options];
  const out: string[] = [];
  for (let step = 0; rest.length > 0; step += 1) {
    const digits = Number.parseInt(id.slice(step * 6, step * 6 + 6), 16) || 0;
    out.push(...rest.splice(digits % rest.length, 1));
  }
  return out;
}
