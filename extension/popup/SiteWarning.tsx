import type { StatusView } from '../protocol/views.ts';
import { LevelMark } from '../ui/levels.tsx';
import { t } from '../ui/words.ts';

export function SiteWarning({ warning }: { readonly warning: NonNullable<StatusView['siteWarning']> }) {
  return (
    <section className="notice popup-row" data-level={warning.level} aria-label={t('popup.site')}>
      <LevelMark level={warning.level} />
      <p>{warning.text}</p>
    </section>
  );
}
