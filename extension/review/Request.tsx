import { useEffect, useRef } from 'react';
import type { ReviewView } from '../protocol/views.ts';
import { useDo, useLooks } from '../ui/queries.ts';
import { direction } from '../ui/words.ts';
import { Checking } from './Checking.tsx';
import { Decision } from './Decision.tsx';
import { Detail } from './Detail.tsx';
import { Findings } from './Findings.tsx';
import { Glossary } from './Glossary.tsx';
import { HEADLINE_ID, Headline } from './Headline.tsx';
import { SiteBar } from './SiteBar.tsx';
import { Waiting } from './Waiting.tsx';

/** One request, as a dialog named by its headline. */
export function Request(props: {
  readonly view: ReviewView;
  readonly items: readonly ReviewView[];
  readonly open: (id: string) => void;
}) {
  const { view } = props;
  const decide = useDo();
  const calm = view.level === 'routine' && view.explanation !== null;
  const heading = useRef<HTMLHeadingElement>(null);
  const reject = useRef<HTMLButtonElement>(null);
  const language = view.explanation?.language;

  // Reject has the focus wherever something may be wrong. On routine nothing that acts has it: a key meant for the page
  // behind must not answer here.
  useEffect(() => {
    const target = calm ? heading.current : reject.current;
    target?.focus({ preventScroll: true });
  }, [calm]);

  useLooks(view.id, view.state === 'ready' && !decide.isPending);

  const settled = view.state === 'decided' || decide.isPending;
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat || event.isComposing || settled) return;
      event.preventDefault();
      decide.mutate({ type: 'review/decide', id: view.id, choice: 'reject', picked: null });
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [view.id, settled, decide.mutate]);

  return (
    <main className="review">
      <dialog
        open
        className="request"
        aria-labelledby={HEADLINE_ID}
        data-level={view.explanation === null ? 'checking' : view.level}
        data-state={view.state}
        data-request={view.id}
        lang={language}
        dir={language === undefined ? undefined : direction(language)}
      >
        <SiteBar view={view} others={props.items.length - 1} />
        {view.explanation === null ? (
          <Checking arrivedAt={view.arrivedAt} heading={heading} />
        ) : (
          <>
            <Headline level={view.level} explanation={view.explanation} heading={heading} />
            <Findings view={view} explanation={view.explanation} />
          </>
        )}
        <Decision view={view} decide={decide} reject={reject}>
          {view.explanation !== null && view.explanation.glossary.length > 0 && (
            <Glossary lines={view.explanation.glossary} />
          )}
          {view.explanation !== null && <Detail view={view} />}
        </Decision>
        {props.items.length > 1 && <Waiting items={props.items} openId={view.id} open={props.open} />}
      </dialog>
    </main>
  );
}
