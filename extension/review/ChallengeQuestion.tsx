import { useId } from 'react';
import type { Challenge } from '../../src/explain/Explanation.ts';
import { keyed } from '../ui/Lines.tsx';
import { t } from '../ui/words.ts';

/**
 * Danger's question: pick the true fact. Where nothing could be checked there is no fact to ask for; then the person
 * says in so many words that nothing was.
 */
export function ChallengeQuestion(props: {
  readonly challenge: Challenge | null;
  readonly picked: number | null;
  readonly pick: (index: number | null) => void;
}) {
  const name = useId();
  const { challenge, picked } = props;
  if (challenge === null) {
    return (
      <label className="choice challenge">
        <input
          type="checkbox"
          checked={picked !== null}
          onChange={(event) => props.pick(event.currentTarget.checked ? 0 : null)}
        />
        <span>{t('review.unchecked')}</span>
      </label>
    );
  }
  return (
    <fieldset className="challenge">
      <legend>{challenge.question}</legend>
      {keyed(challenge.options).map(({ key, value }, index) => (
        <label key={key} className="choice">
          <input type="radio" name={name} checked={picked === index} onChange={() => props.pick(index)} />
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
