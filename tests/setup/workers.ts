import type { BrowserContext, Page } from 'playwright';

/** Chromium's own switch for the service workers of extensions. A debugger on a worker itself would keep it alive. */
export interface WorkerSwitch {
  /** Ends the running workers of these extensions, and no others, as Chromium does; resolves when that was asked for. */
  stop(...ids: readonly string[]): Promise<void>;
}

const TELLS_MS = 2_000;

/** `page`: any document of an extension; it is left as it is. */
export async function openWorkerSwitch(context: BrowserContext, page: Page): Promise<WorkerSwitch> {
  const devtools = await context.newCDPSession(page);
  const running = new Map<string, { readonly url: string; readonly status: string }>();
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      running.set(versionId, { url: scriptURL, status: runningStatus });
    }
  });
  // The versions there are come right after; a browser with none says nothing.
  const told = new Promise<void>((resolve) => {
    devtools.once('ServiceWorker.workerVersionUpdated', () => resolve());
    setTimeout(resolve, TELLS_MS);
  });
  await devtools.send('ServiceWorker.enable');
  await told;
  return {
    async stop(...ids) {
      const alive = [...running].filter(
        ([, { url, status }]) =>
          (status === 'running' || status === 'starting') && ids.some((id) => new URL(url).host === id),
      );
      for (const [versionId] of alive) await devtools.send('ServiceWorker.stopWorker', { versionId });
    },
  };
}

/** A document of the extension that runs no script of its own, so that nothing but a test wakes its worker. */
export async function openSilentPage(context: BrowserContext, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/manifest.json`);
  return page;
}
