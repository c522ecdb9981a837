import type { RefObject } from 'react';
import type { Explanation } from '../../src/explain/Explanation.ts';
import type { Level } from '../../src/judge/Verdict.ts';
import { LevelBadge, levelWord } from '../ui/levels.tsx';
import { shapeWord } from '../ui/shapes.ts';

export const HEADLINE_ID = 'headline';

/** The worst consequence in one sentence, with level and family beside it, and the question only the user can answer. */
export function Headline(props: {
  readonly level: Level;
  readonly explanation: Explanation;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { level, explanation } = props;
  return (
    <section className="verdict" data-level={level} aria-live="polite">
      <LevelBadge level={level} shape={explanation.shape} />
      <div className="verdict-words">
        <p className="kicker">
          <strong className="level-word">{levelWord(level)}</strong>
          <span className="shape-word">{shapeWord(explanation.shape)}</span>
        </p>
        <h1 id={HEADLINE_ID} ref={props.heading} tabIndex={-1}>
          {explanation.headline}
        </h1>
        {explanation.advice !== '' && <p className="advice">{explanation.advice}</p>}
      </div>
    </section>
  );
}
