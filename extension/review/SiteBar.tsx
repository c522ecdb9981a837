import type { ReviewView } from '../protocol/views.ts';
import { Address } from '../ui/Address.tsx';
import { Icon } from '../ui/glyphs.tsx';
import { isInsecure, Origin } from '../ui/Origin.tsx';
import { plural, t } from '../ui/words.ts';
import { useRoom } from './useRoom.ts';
import { WAITING_ID } from './Waiting.tsx';

/** The fixed place at the top: who really asks, inside what, which wallet, chain and account. */
export function SiteBar({ view, others }: { readonly view: ReviewView; readonly others: number }) {
  const bar = useRoom('--top-room');
  return (
    <header className="site-bar" ref={bar}>
      <div className="site-row">
        <p className="site-name">
          <span className="visually-hidden">{`${t('review.site')}: `}</span>
          <Origin view={view} />
        </p>
        {others > 0 && (
          <a className="pill" href={`#${WAITING_ID}`}>
            {plural('review.more.one', 'review.more.other', others)}
          </a>
        )}
      </div>
      {view.insideSite !== null && (
        <p className="site-note">
          <Icon name="frame" />
          {t('review.site.inside', { site: view.insideSite })}
        </p>
      )}
      {isInsecure(view.origin) && <p className="site-note">{t('review.site.insecure')}</p>}
      <p className="site-asks">
        <bdi>{view.walletName === null ? t('review.asks.none') : t('review.asks', { wallet: view.walletName })}</bdi>
        {view.chainName !== null && (
          <>
            <span aria-hidden="true">·</span>
            <bdi>{view.chainName}</bdi>
          </>
        )}
      </p>
      {view.account !== null && (
        <p className="site-account">
          <span>{t('review.account')}</span>
          <Address address={view.account} />
        </p>
      )}
    </header>
  );
}
