import { useId, useState } from 'react';
import { t, type WordId } from '../ui/words.ts';
import { type Draft, NO_SERVER } from './draft.ts';

/** A chain id as the background takes it. */
const CHAIN_ID = /^[1-9][0-9]{0,14}$/u;

/** A chain that is not in the list: by its id, with one's own address. */
export function AddChain({ draft, change }: { readonly draft: Draft; readonly change: (draft: Draft) => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<WordId | null>(null);
  const id = useId();
  const add = () => {
    const typed = text.trim();
    const chainId = Number(typed);
    if (!CHAIN_ID.test(typed)) {
      setProblem('rpc.add.bad');
    } else if (draft.chains.some((chain) => chain.chainId === chainId)) {
      setProblem('rpc.add.known');
    } else {
      const name = t('rpc.chainId', { id: chainId });
      change({
        ...draft,
        chains: [...draft.chains, { chainId, name, offered: [], pick: 'own', ownUrl: '', second: NO_SERVER }],
      });
      setText('');
      setProblem(null);
    }
  };
  return (
    <details className="add-chain">
      <summary>{t('rpc.add')}</summary>
      <div className="add-row">
        <label htmlFor={id}>{t('rpc.add.id')}</label>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="button" className="plain-button" onClick={add}>
          {t('rpc.add.button')}
        </button>
      </div>
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem !== null && t(problem)}
      </p>
    </details>
  );
}
