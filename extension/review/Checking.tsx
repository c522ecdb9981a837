import { type RefObject, useEffect, useState } from 'react';
import { t } from '../ui/words.ts';
import { HEADLINE_ID } from './Headline.tsx';

const SLOW_MS = 2500;

/** While the verdict is on its way: what is being done, in words. No countdown, never blank. */
export function Checking(props: {
  readonly arrivedAt: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), Math.max(0, props.arrivedAt + SLOW_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [props.arrivedAt]);
  return (
    <section className="checking" aria-busy="true" aria-live="polite">
      <div className="checking-bar" aria-hidden="true" />
      <h1 id={HEADLINE_ID} ref={props.heading} tabIndex={-1}>
        {t('review.checking')}
      </h1>
      <ul>
        <li>{t('review.checking.step.read')}</li>
        <li>{t('review.checking.step.simulate')}</li>
        <li>{t('review.checking.step.compare')}</li>
      </ul>
      {slow && <p>{t('review.checking.slow')}</p>}
    </section>
  );
}
