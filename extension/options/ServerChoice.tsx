import { type ReactNode, useId } from 'react';
import type { ChainSetting } from '../protocol/views.ts';
import { t, type WordId } from '../ui/words.ts';
import { chosenUrl, type ServerDraft } from './draft.ts';

/** One server: none, an offered one, or an address of one's own, with what that sends where. */
export function ServerChoice<Server extends ServerDraft>(props: {
  readonly server: Server;
  readonly change: (server: Server) => void;
  readonly offered: ChainSetting['offered'];
  readonly words: { readonly label: string; readonly ownLabel: string; readonly none: string };
  /** What saving this would send, in words. */
  readonly sends: (url: string | null) => string;
  readonly problem: WordId | null;
  /** Addresses are judged once saving was tried, not while they are typed. */
  readonly tried: boolean;
  readonly children: ReactNode;
}) {
  const { server, change, words, problem } = props;
  const id = useId();
  const shown = props.tried ? problem : null;
  const pick = (next: string) => {
    if (next === 'none' || next === 'own') change({ ...server, pick: next });
    else change({ ...server, pick: { url: next } });
  };
  return (
    <div className="chain-choice">
      <select
        aria-label={words.label}
        value={typeof server.pick === 'string' ? server.pick : server.pick.url}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        <option value="none">{words.none}</option>
        {props.offered.map((offer) => (
          <option key={offer.url} value={offer.url}>
            {offer.name}
          </option>
        ))}
        <option value="own">{t('rpc.own')}</option>
      </select>
      {server.pick === 'own' && (
        <input
          type="url"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          aria-label={words.ownLabel}
          aria-invalid={shown !== null}
          aria-describedby={`${id}-note`}
          placeholder={t('rpc.own.example')}
          value={server.ownUrl}
          onChange={(event) => change({ ...server, ownUrl: event.currentTarget.value })}
        />
      )}
      <p id={`${id}-note`} className={shown === null ? 'soft' : 'problem'}>
        {shown === null ? props.sends(problem === null ? chosenUrl(server) : null) : t(shown)}
      </p>
      {props.children}
    </div>
  );
}
