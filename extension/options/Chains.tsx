import { t } from '../ui/words.ts';
import { AddChain } from './AddChain.tsx';
import { ChainRow } from './ChainRow.tsx';
import { commonOffers, type Draft, pickEverywhere, type Urls, withChain } from './draft.ts';

/** The choice of RPC, chain by chain. Nothing is chosen for the user. */
export function Chains(props: {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly tried: boolean;
  /** As they were last saved from this page; `null` before that. */
  readonly saved: Urls | null;
  /** Whether to ask for a second server where none is set yet. */
  readonly seconds: 'asked' | 'if-set';
}) {
  const { draft, change } = props;
  const common = commonOffers(draft.chains);
  return (
    <>
      {common.length > 0 && (
        <fieldset className="everywhere">
          <legend>{t('rpc.all')}</legend>
          <button type="button" className="plain-button" onClick={() => change(pickEverywhere(draft, null))}>
            {t('rpc.none')}
          </button>
          {common.map((name) => (
            <button
              key={name}
              type="button"
              className="plain-button"
              onClick={() => change(pickEverywhere(draft, name))}
            >
              {name}
            </button>
          ))}
          <span className="soft">{t('rpc.all.text')}</span>
        </fieldset>
      )}
      <ul className="chains">
        {draft.chains.map((chain) => (
          <ChainRow
            key={chain.chainId}
            chain={chain}
            change={(next) => change(withChain(draft, next))}
            tried={props.tried}
            saved={props.saved}
            seconds={props.seconds}
          />
        ))}
      </ul>
      <AddChain draft={draft} change={change} />
    </>
  );
}
