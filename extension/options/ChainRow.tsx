import { useId } from 'react';
import { t } from '../ui/words.ts';
import { type ChainDraft, chosenUrl } from './draft.ts';
import { ProbeLine } from './ProbeLine.tsx';
import { rpcHost, rpcUrlProblem } from './rpcUrl.ts';

/** One chain: which server tries its requests out, and who that tells. */
export function ChainRow(props: {
  readonly chain: ChainDraft;
  readonly change: (chain: ChainDraft) => void;
  /** Own addresses are judged once saving was tried, not while they are typed. */
  readonly tried: boolean;
  /** The address that was just saved, to be asked once. */
  readonly saved: string | null;
}) {
  const { chain, change } = props;
  const id = useId();
  const url = chosenUrl(chain);
  const problem = chain.pick === 'own' ? rpcUrlProblem(chain.ownUrl) : null;
  const shown = props.tried ? problem : null;
  const value = typeof chain.pick === 'string' ? chain.pick : chain.pick.url;
  const pick = (next: string) => {
    if (next === 'none' || next === 'own') change({ ...chain, pick: next });
    else change({ ...chain, pick: { url: next } });
  };
  return (
    <li className="chain" data-chain={chain.chainId}>
      <div className="chain-name">
        <strong>{chain.name}</strong>
        <span className="soft">{t('rpc.chainId', { id: chain.chainId })}</span>
      </div>
      <div className="chain-choice">
        <select
          aria-label={t('rpc.label', { chain: chain.name })}
          value={value}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          <option value="none">{t('rpc.none')}</option>
          {chain.offered.map((offer) => (
            <option key={offer.url} value={offer.url}>
              {offer.name}
            </option>
          ))}
          <option value="own">{t('rpc.own')}</option>
        </select>
        {chain.pick === 'own' && (
          <input
            type="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            aria-label={t('rpc.own.label', { chain: chain.name })}
            aria-invalid={shown !== null}
            aria-describedby={`${id}-note`}
            placeholder={t('rpc.own.example')}
            value={chain.ownUrl}
            onChange={(event) => change({ ...chain, ownUrl: event.currentTarget.value })}
          />
        )}
        <p id={`${id}-note`} className={shown === null ? 'soft' : 'problem'}>
          {shown === null ? sendsText(url, problem !== null) : t(shown)}
        </p>
        {url !== null && props.saved === url && <ProbeLine url={url} chainId={chain.chainId} />}
      </div>
    </li>
  );
}

function sendsText(url: string | null, unfinished: boolean): string {
  return url === null || unfinished ? t('rpc.sendsNothing') : t('rpc.sends', { host: rpcHost(url) });
}
