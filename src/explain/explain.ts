import type { Action } from '../decode/Action.ts';
import { challengeOf } from './challenge.ts';
import { descriptionOf } from './description.ts';
import type { Explanation } from './Explanation.ts';
import { glossaryOf } from './glossary.ts';
import { grantLines } from './grantLines.ts';
import { headlineOf, storyOf } from './headline.ts';
import { arrivesLines, controlLines, identityLines, leavesLines } from './lines.ts';
import { quotePassage } from './quote.ts';
import { reasonLines } from './reasons.ts';
import { type Findings, speechOf } from './Speech.ts';
import { unknownLines } from './unknowns.ts';

/** A report's findings in plain words, ready to show as text. Lines stand in the order of their consequences. */
export function explain(findings: Findings): Explanation {
  const speech = speechOf(findings);
  const story = storyOf(speech);
  return {
    headline: headlineOf(speech, story),
    leaves: leavesLines(speech),
    arrives: arrivesLines(speech),
    grants: grantLines(speech),
    control: controlLines(speech),
    identity: identityLines(speech),
    reasons: reasonLines(speech),
    advice: speech.say(`advice.${story.id}`, story.args),
    unknowns: unknownLines(speech),
    continueLabel: speech.say(`continue.${story.id}`, story.args),
    challenge: challengeOf(speech, story),
    glossary: glossaryOf(speech),
    quote: quoteOf(speech.action),
    description: descriptionOf(speech),
    language: speech.language,
    shape: speech.verdict.level === 'routine' ? 'calm' : story.shape,
  };
}

/** The page's own words: the text to sign, or the statement of a login; of several requests one under the other. */
function quoteOf(action: Action): string | null {
  if (action.kind === 'batch') {
    const quotes = action.actions.map(quoteOf).filter((quote) => quote !== null);
    return quotes.length === 0 ? null : quotes.join('\n\n');
  }
  if (action.kind === 'message') return action.text === null ? null : quotePassage(action.text);
  if (action.kind === 'login') return action.statement === null ? null : quotePassage(action.statement);
  if (action.kind === 'statement') return quotePassage(action.text ?? action.label);
  return action.kind === 'opaque' ? quotePassage(action.label) : null;
}
