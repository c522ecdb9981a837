import { languages, t } from '../ui/words.ts';

/** Languages the words exist in, each by its own name. */
export function LanguageChoice(props: { readonly language: string; readonly change: (language: string) => void }) {
  const known = languages();
  const value = known.includes(props.language) ? props.language : '';
  return (
    <select
      aria-label={t('language.label')}
      value={value}
      onChange={(event) => props.change(event.currentTarget.value)}
    >
      {value === '' && <option value="">{t('language.browser')}</option>}
      {known.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag}
        </option>
      ))}
    </select>
  );
}
