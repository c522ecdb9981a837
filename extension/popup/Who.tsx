import { useState } from 'react';
import type { WhoView } from '../protocol/views.ts';
import { Address } from '../ui/Address.tsx';
import { dayText } from '../ui/dates.ts';
import { keyed } from '../ui/Lines.tsx';
import { LevelMark } from '../ui/levels.tsx';
import { useWho } from '../ui/queries.ts';
import { plural, t } from '../ui/words.ts';
import { ChainChoice } from './ChainChoice.tsx';

/** More than these at once are not read. */
const SHOWN = 4;

/** "Who is this?": whatever is pasted, answered by what each source says and what nobody knows. */
export function Who() {
  const [value, setValue] = useState('');
  const [chainId, setChainId] = useState<number | null>(null);
  const who = useWho();
  return (
    <section className="who" aria-labelledby="who">
      <h2 id="who">{t('popup.who')}</h2>
      <form
        className="who-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!who.isPending) who.mutate({ value, chainId });
        }}
      >
        <input
          type="text"
          className="who-input"
          aria-labelledby="who"
          aria-describedby="who-text"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <button type="submit" className="plain-button" aria-disabled={who.isPending}>
          {t('popup.who.ask')}
        </button>
        <ChainChoice chainId={chainId} choose={setChainId} />
      </form>
      <p id="who-text" className="soft">
        {t('popup.who.text')}
      </p>
      <div className="who-answer" aria-live="polite">
        {who.isPending && <p>{t('popup.who.asking')}</p>}
        {who.isError && <p>{t('popup.who.failed')}</p>}
        {who.data !== undefined && !who.isPending && <Answer view={who.data} />}
      </div>
    </section>
  );
}

function Answer({ view }: { readonly view: WhoView }) {
  const [lead, ...rest] = view.says;
  const more = rest.slice(SHOWN);
  return (
    <div data-stance={view.stance}>
      <div className="who-lead popup-row" data-level={view.stance === 'warns' ? 'caution' : 'unknown'}>
        {view.stance === 'warns' && <LevelMark level="caution" />}
        {view.stance === 'unknown' && <LevelMark level="unknown" />}
        <div>
          <p className="who-headline">{view.headline}</p>
          {view.address !== null && (
            <p>
              <span className="soft">{t('popup.who.asked')}</span> <Address address={view.address} />
            </p>
          )}
          {lead !== undefined && <Ground line={lead} />}
        </div>
      </div>
      <Lines lines={rest.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details className="more">
          <summary>{plural('popup.who.more.one', 'popup.who.more.other', more.length)}</summary>
          <Lines lines={more} />
        </details>
      )}
      {view.unknowns.length > 0 && (
        <>
          <h3>{t('popup.who.unknowns')}</h3>
          <ul className="who-unknowns">
            {keyed(view.unknowns).map(({ key, value }) => (
              <li key={key}>{value}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type Line = WhoView['says'][number];

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="who-lines">
      {keyed(lines).map(({ key, value: line }) => (
        <li key={key}>
          <p>{line.text}</p>
          <Ground line={line} />
        </li>
      ))}
    </ul>
  );
}

/** Lines whose address is the genuine one, or the one known before, to be compared with what was asked about. */
const COMPARED: ReadonlySet<string> = new Set(['token.posing', 'claim.other', 'address.ends', 'address.ends-met']);

/** Which source it is, of when, how it knows, and the other address it speaks of. */
function Ground({ line }: { readonly line: Line }) {
  const sources = line.sources.map(({ name, date }) =>
    date === undefined ? name : t('review.source', { name, date: dayText(date) }),
  );
  const ground = [...sources, line.sure].filter(Boolean).join(' · ');
  return (
    <>
      {line.address !== null && (
        <p>
          {COMPARED.has(line.id) && <span className="soft">{t('popup.who.other')} </span>}
          <Address address={line.address} />
        </p>
      )}
      {ground !== '' && <p className="soft">{ground}</p>}
    </>
  );
}
