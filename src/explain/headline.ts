import { consequenceStory } from './consequenceStory.ts';
import { detectorStory } from './detectorStory.ts';
import { HEADLINE_WORDS, wordCount } from './headlineWords.ts';
import { plainStory } from './plainStory.ts';
import type { Speech } from './Speech.ts';
import type { Story } from './Story.ts';
import { capitalised } from './who.ts';

/** Which story leads: that of the finding which decided the level, else the worst consequence, else the kind of ask. */
export function storyOf(speech: Speech): Story {
  const { evidence, verdict } = speech;
  for (const id of verdict.because) {
    const decisive = evidence.find((one) => one.detector === id && one.outcome === 'fired' && one.severity !== 'note');
    const story = decisive === undefined ? null : detectorStory(speech, decisive);
    if (story !== null) return story;
  }
  return consequenceStory(speech) ?? plainStory(speech);
}

/** One sentence of at most twelve words. */
export function headlineOf(speech: Speech, story: Story): string {
  const tries = [
    speech.say(`headline.${story.id}`, story.args),
    ...story.shorter.map((id) => speech.say(id, story.args)),
  ];
  return capitalised(tries.find((text) => wordCount(text) <= HEADLINE_WORDS) ?? speech.say('headline.general'));
}
