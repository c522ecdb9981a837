import { browser } from './api.ts';
import type { SenderLike } from './senderRecord.ts';

/** This extension's own pages (review, popup, options). An absent origin is refused; a page of ours in a tab is ours still. */
export function isOwnPage(sender: SenderLike | undefined): boolean {
  if (sender === undefined || sender.id !== browser.runtime.id || sender.url === undefined) return false;
  return sender.url.startsWith(browser.runtime.getURL(''));
}
