import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Challenge } from '../../src/explain/Explanation.ts';
import type { ReviewView } from '../protocol/views.ts';
import { clockText } from '../ui/dates.ts';
import type { Doer } from '../ui/queries.ts';
import { useContinue } from '../ui/useContinue.ts';
import { t } from '../ui/words.ts';
import { ChallengeQuestion } from './ChallengeQuestion.tsx';
import { ContinueButton } from './ContinueButton.tsx';
import { LookedAgain } from './LookedAgain.tsx';
import { useRoom } from './useRoom.ts';

/**
 * Reject, and where it may be, Continue. What danger asks first stands above them. Reject is always one press; Continue
 * is inert until it was in view for its time, and nothing but a press on itself moves it.
 */
export function Decision(props: {
  readonly view: ReviewView;
  readonly decide: Doer;
  readonly reject: RefObject<HTMLButtonElement | null>;
  /** What may be read before deciding and need not be: between the question and the buttons. */
  readonly children: ReactNode;
}) {
  const { view, decide } = props;
  const explanation = view.explanation;
  const options = explanation?.challenge?.options.join('\n') ?? '';
  const asks = view.friction === 'fact' && explanation !== null;
  const [picked, pick] = useState<number | null>(null);
  const inert = useContinue(view);
  const hintId = useId();
  const [said, say] = useState('');
  const bar = useRoom('--bottom-room');
  const group = useRef<HTMLElement>(null);

  // Other options are another question: an old pick must not answer it.
  useEffect(() => {
    if (options !== '') pick(null);
  }, [options]);

  const calm = view.level === 'routine' && explanation !== null;
  const toQuestion = () => group.current?.querySelector('input')?.focus();
  const hint = t(explanation?.challenge === null ? 'review.unchecked.first' : 'review.challenge.first');
  const answered = !asks || picked !== null;
  const open = view.state === 'ready' && explanation !== null && answered && !decide.isPending;
  const send = (choice: 'reject' | 'continue') => {
    const answer = choice === 'continue' && explanation?.challenge !== null ? picked : null;
    say('');
    // A second press of a double click finds the button asleep again.
    inert.restart();
    decide.mutate(
      { type: 'review/decide', id: view.id, choice, picked: answer, seenAt: view.checkedAt },
      {
        onError: () => say(t('review.failed')),
        onSuccess: (outcome) => {
          if (outcome.ok) return;
          say(refusal(explanation?.challenge ?? null, answer, outcome.refused));
          pick(null);
          toQuestion();
        },
      },
    );
  };
  return (
    <div className="decision" data-level={view.level}>
      {asks && (
        <section className="question" ref={group} aria-label={t('review.question')}>
          <ChallengeQuestion challenge={explanation.challenge} picked={picked} pick={pick} />
        </section>
      )}
      <div className="more-detail">
        {props.children}
        <p className="decision-note">{t('review.expires', { time: clockText(view.expiresAt) })}</p>
        <LookedAgain again={view.again} />
      </div>
      <section className="decision-bar" ref={bar} aria-label={t('review.decision')}>
        <p className="decision-said" role="alert">
          {said}
        </p>
        {decide.isPending && (
          <p className="decision-hint" role="status">
            {t(
              decide.variables.type === 'review/decide' && decide.variables.choice === 'reject'
                ? 'review.rejecting'
                : 'review.continuing',
            )}
          </p>
        )}
        {view.state === 'decided' ? (
          <p role="status">{t('review.decided')}</p>
        ) : (
          <div className="decision-buttons" data-calm={calm}>
            <button
              type="button"
              ref={props.reject}
              className={calm ? 'plain-choice' : 'strong-choice'}
              data-choice="reject"
              aria-disabled={decide.isPending}
              onClick={() => {
                if (!decide.isPending) send('reject');
              }}
            >
              {t('review.reject')}
            </button>
            {explanation !== null && (
              <ContinueButton
                label={explanation.continueLabel}
                look={calm ? 'strong-choice' : 'quiet-choice'}
                open={open}
                inert={inert}
                hint={answered ? null : { id: hintId, text: hint }}
                ask={toQuestion}
                act={() => send('continue')}
              />
            )}
          </div>
        )}
      </section>
    </div>
  );
}

/** A wrong pick has its own sentence; for the rest the background says what is the matter. */
function refusal(challenge: Challenge | null, picked: number | null, refused: string): string {
  return challenge !== null && picked !== null && picked !== challenge.answer ? t('review.challenge.wrong') : refused;
}
