import type { MessageArguments, MessageId } from './messages.ts';

type Told<Id> = Id extends `continue.${infer Name}` ? Name : never;

/** One thing a request can mean. Each has a headline, a Continue label and a piece of advice of its own. */
export type StoryId = Told<MessageId>;

export type Shape = 'approval' | 'permit' | 'order' | 'payment' | 'login' | 'blind' | 'control' | 'site' | 'calm';

type Asked<Id> = Id extends `question.${infer Name}.true` ? Name : never;

/** What a danger story asks the person to pick. */
export type QuestionId = Asked<MessageId>;

export interface Story {
  readonly id: StoryId;
  readonly args: MessageArguments;
  readonly shape: Shape;
  readonly question: QuestionId;
  /** Headlines to fall back to, longest first, when names make the first too long. */
  readonly shorter: readonly MessageId[];
}

export function story(
  id: StoryId,
  shape: Shape,
  question: QuestionId,
  args: MessageArguments = {},
  shorter: readonly MessageId[] = [],
): Story {
  return { id, shape, question, args, shorter };
}
