import type { StatusView } from '../protocol/views.ts';
import { keyed } from '../ui/Lines.tsx';
import { t } from '../ui/words.ts';

/** Wallets that showed themselves on the page. Their names are their own claim, so they stand isolated. */
export function Wallets({ wallets }: { readonly wallets: StatusView['wallets'] }) {
  return (
    <section aria-labelledby="wallets">
      <h2 id="wallets">{t('popup.wallets')}</h2>
      {wallets.length === 0 ? (
        <p className="soft">{t('popup.wallets.none')}</p>
      ) : (
        <ul className="wallets">
          {keyed(wallets).map(({ key, value: wallet }) => (
            <li key={key} data-gated={wallet.gated}>
              <bdi className="wallet-name">{wallet.name}</bdi>
              <span className="soft">{t(wallet.gated ? 'popup.wallet.gated' : 'popup.wallet.open')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
