import type { SettingsView } from '../protocol/views.ts';
import { t, type WordId } from '../ui/words.ts';

type Show = SettingsView['show'];

const CHOICES: readonly { readonly show: Show; readonly title: WordId; readonly text: WordId }[] = [
  { show: 'default', title: 'show.default', text: 'show.default.text' },
  { show: 'everything', title: 'show.everything', text: 'show.everything.text' },
  { show: 'problems', title: 'show.problems', text: 'show.problems.text' },
];

/** When a review window opens at all. */
export function ShowChoice({ show, change }: { readonly show: Show; readonly change: (show: Show) => void }) {
  return (
    <fieldset className="show">
      <legend>{t('show.title')}</legend>
      {CHOICES.map((choice) => (
        <label key={choice.show} className="show-choice">
          <input type="radio" name="show" checked={show === choice.show} onChange={() => change(choice.show)} />
          <span>
            {t(choice.title)}
            <span className="soft">{t(choice.text)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
