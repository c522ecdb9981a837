/**
 * Calls `run` as often as more content scripts of other extensions may stand, the last time just before the page's own
 * first script. The parser runs microtasks, and so this observer, before each script it executes; until it has made the
 * head, whatever changes the document is an extension. A document without a parser gets the next task.
 */
export function beforePageScripts(run: () => void): void {
  let over = false;
  const last = (): void => {
    observer.disconnect();
    if (!over) run();
    over = true;
  };
  const observer = new MutationObserver(() => {
    if (document.head === null && document.documentElement instanceof HTMLElement) run();
    else last();
  });
  observer.observe(document, { childList: true, subtree: true });
  // Firefox keeps the parser, and not its timers, waiting while it compiles the other extensions' scripts.
  setTimeout(() => {
    if (document.readyState !== 'loading') last();
  });
}
