import type { ReasonLine } from '../../src/explain/Explanation.ts';
import { dayText } from './dates.ts';
import { keyed } from './Lines.tsx';
import { LevelMark } from './levels.tsx';
import { plural, t } from './words.ts';

/** More than three at once are not read (warnings.md, rule 5). */
const SHOWN = 3;

/** At most three reasons with their sources and dates; the rest behind "more". */
export function Reasons({ reasons }: { readonly reasons: readonly ReasonLine[] }) {
  const rest = reasons.slice(SHOWN);
  return (
    <>
      <List reasons={reasons.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="more">
          <summary>{plural('review.reasons.more.one', 'review.reasons.more.other', rest.length)}</summary>
          <List reasons={rest} />
        </details>
      )}
    </>
  );
}

function List({ reasons }: { readonly reasons: readonly ReasonLine[] }) {
  return (
    <ul className="reasons">
      {keyed(reasons).map(({ key, value: reason }) => (
        <li key={key} className="reason" data-severity={reason.severity}>
          <Severity severity={reason.severity} />
          <div>
            <p className="reason-text">{reason.text}</p>
            {reason.sources.length > 0 && <Sources sources={reason.sources} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Severity({ severity }: { readonly severity: ReasonLine['severity'] }) {
  if (severity !== 'note') return <LevelMark level={severity} />;
  return (
    <span className="note-mark">
      <span aria-hidden="true">·</span>
      <span className="visually-hidden">{t('review.reason.note')}</span>
    </span>
  );
}

function Sources({ sources }: { readonly sources: ReasonLine['sources'] }) {
  return (
    <ul className="sources">
      {keyed(sources).map(({ key, value: source }) => {
        const text =
          source.date === undefined
            ? source.name
            : t('review.source', { name: source.name, date: dayText(source.date) });
        return (
          <li key={key}>
            {isLink(source.url) ? (
              <a href={source.url} target="_blank" rel="noopener noreferrer">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Only https leaves this page: a list entry must not smuggle in another scheme. */
function isLink(url: string | undefined): url is string {
  return url?.startsWith('https://') ?? false;
}
