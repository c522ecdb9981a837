import { direction, setLanguage } from './words.ts';

/** Sets the language of the words and of the document. */
export function speak(tag: string): void {
  const taken = setLanguage(tag);
  document.documentElement.lang = taken;
  document.documentElement.dir = direction(taken);
}
