import { useSettings } from '../ui/queries.ts';
import { t } from '../ui/words.ts';

/** The network a question is about: the same address and the same symbol are different tokens on different networks. */
export function ChainChoice({
  chainId,
  choose,
}: {
  readonly chainId: number | null;
  readonly choose: (chainId: number | null) => void;
}) {
  const chains = useSettings().data?.chains ?? [];
  return (
    <label className="who-chain">
      <span className="soft">{t('popup.who.chain')}</span>
      <select
        value={chainId === null ? ANY : String(chainId)}
        onChange={({ target }) => choose(target.value === ANY ? null : Number(target.value))}
      >
        <option value={ANY}>{t('popup.who.chain.any')}</option>
        {chains.map((chain) => (
          <option key={chain.chainId} value={String(chain.chainId)}>
            {chain.name}
          </option>
        ))}
      </select>
    </label>
  );
}

const ANY = 'any';
