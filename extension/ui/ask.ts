import browser from 'webextension-polyfill';
import { CountersignError } from '../../src/errors.ts';
import type { PageAnswers, PageMessage } from '../protocol/pages.ts';

/** The background gave no answer: its worker is starting, was stopped, or refused the sender. */
export class NoAnswerError extends CountersignError {
  override readonly name = 'NoAnswerError';
}

/** Asks the background one question over `runtime.sendMessage`. Throws `NoAnswerError` where nothing came back. */
export async function ask<M extends PageMessage>(message: M): Promise<PageAnswers[M['type']]> {
  type Answer = PageAnswers[M['type']];
  const answer = await browser.runtime.sendMessage<M, Answer | undefined | null>(message);
  if (answer === undefined || answer === null) {
    throw new NoAnswerError(`No answer to ${message.type}. Check that the background is running and takes this page.`);
  }
  return answer;
}
