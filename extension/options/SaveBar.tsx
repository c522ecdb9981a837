import { t } from '../ui/words.ts';
import type { DraftHold } from './useDraft.ts';

/** Save, and what became of it. */
export function SaveBar({ hold, label }: { readonly hold: DraftHold; readonly label: string }) {
  return (
    <div className="save-bar">
      <button type="submit" className="primary-button" aria-disabled={hold.write.isPending}>
        {label}
      </button>
      <p role="status">{saidText(hold)}</p>
    </div>
  );
}

function saidText({ saved, refused, unfinished, write }: DraftHold): string {
  if (unfinished) return t('settings.fix');
  if (refused) return t('settings.refused');
  if (write.isError) return t('settings.failed');
  if (write.data?.ok === false) return write.data.refused;
  return saved === null ? '' : t('settings.saved');
}
