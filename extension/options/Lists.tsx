import type { SettingsView } from '../protocol/views.ts';
import { dayText } from '../ui/dates.ts';
import { currentLanguage, t } from '../ui/words.ts';

/** The lists in use, each with its date and licence: freshness stays in view. */
export function Lists({ lists }: { readonly lists: SettingsView['lists'] }) {
  return (
    <section className="card" aria-labelledby="lists">
      <h2 id="lists">{t('lists.title')}</h2>
      <p className="soft">{t(lists.length === 0 ? 'lists.none' : 'lists.text')}</p>
      {lists.length > 0 && (
        <table aria-labelledby="lists">
          <thead>
            <tr>
              <th scope="col">{t('lists.name')}</th>
              <th scope="col">{t('lists.date')}</th>
              <th scope="col">{t('lists.entries')}</th>
              <th scope="col">{t('lists.licence')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <tr key={list.name}>
                <th scope="row">{list.name}</th>
                <td data-label={t('lists.date')}>{dayText(list.date)}</td>
                <td data-label={t('lists.entries')}>
                  {list.entries > 0
                    ? new Intl.NumberFormat(currentLanguage()).format(list.entries)
                    : t('lists.notCounted')}
                </td>
                <td data-label={t('lists.licence')}>{list.licence === '' ? t('lists.inNotice') : list.licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
