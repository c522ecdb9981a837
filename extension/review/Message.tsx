import type { ReactNode } from 'react';

/** A whole window with one thing to say: loading, nothing waiting, background lost. */
export function Message(props: {
  readonly title: string;
  readonly text?: string;
  readonly tone?: 'unknown';
  readonly children?: ReactNode;
}) {
  return (
    <main className="message" data-level={props.tone} aria-live="polite">
      <h1>{props.title}</h1>
      {props.text !== undefined && <p>{props.text}</p>}
      {props.children}
    </main>
  );
}
