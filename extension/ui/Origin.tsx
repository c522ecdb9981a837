import type { ReviewView } from '../protocol/views.ts';
import { t } from './words.ts';

/** Longer chains of subdomains are cut at their start: they must not push the domain that counts out of sight. */
const SHOWN_BEFORE = 40;

/** The site's host with its registrable domain emphasised, always left to right. */
export function Origin({ view }: { readonly view: Pick<ReviewView, 'origin' | 'site'> }) {
  if (view.origin === null) return <span className="origin">{t('review.site.none')}</span>;
  const { before, registrable, after } = view.site;
  // No host, as with file://: the origin itself is all there is to show.
  if (registrable === '') return <bdi className="origin">{view.origin}</bdi>;
  return (
    <bdi className="origin" dir="ltr" translate="no">
      {before.length > SHOWN_BEFORE ? `…${before.slice(-SHOWN_BEFORE)}` : before}
      <strong>{registrable}</strong>
      {after}
    </bdi>
  );
}

/** Whether the page came over an unencrypted connection from another computer. */
export function isInsecure(origin: string | null): boolean {
  if (origin === null || !origin.startsWith('http:')) return false;
  const { hostname } = new URL(origin);
  return !(
    hostname === 'localhost' ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]' ||
    hostname.endsWith('.localhost')
  );
}
