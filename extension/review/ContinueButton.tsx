import { type KeyboardEvent, useRef } from 'react';
import type { Inert } from '../ui/useContinue.ts';

/**
 * Acts only on a press that began and ended on the button while it was awake. A key held down since before, a press
 * begun while inert, and the second click of a double click do nothing.
 */
export function ContinueButton(props: {
  readonly label: string;
  readonly look: 'strong-choice' | 'quiet-choice';
  /** Everything but time allows it. */
  readonly open: boolean;
  readonly inert: Inert;
  readonly hint: { readonly id: string; readonly text: string } | null;
  /** Pressed while the question above is open: leads there. */
  readonly ask: () => void;
  readonly act: () => void;
}) {
  const { open, inert, hint } = props;
  // A screen reader's press comes as a click alone, with no pointer or key before it: then this stays 'nothing'.
  const begun = useRef<'nothing' | 'early' | 'awake'>('nothing');
  const begin = () => {
    begun.current = open && inert.mayAct() ? 'awake' : 'early';
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.repeat) event.preventDefault();
    else begin();
  };
  return (
    <>
      <button
        type="button"
        className={props.look}
        data-choice="continue"
        aria-disabled={!(open && inert.awake)}
        aria-describedby={hint?.id}
        onPointerDown={begin}
        onKeyDown={key}
        onClick={() => {
          const early = begun.current === 'early';
          begun.current = 'nothing';
          if (hint !== null) props.ask();
          if (!early && open && inert.mayAct()) props.act();
        }}
      >
        {props.label}
      </button>
      {hint !== null && (
        <p id={hint.id} className="decision-hint">
          {hint.text}
        </p>
      )}
    </>
  );
}
