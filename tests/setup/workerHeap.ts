import type { BrowserContext } from 'playwright';

/** JavaScript heap in use in Countersign's worker, bytes, asked of the worker itself. The debugger session keeps it awake meanwhile. */
export function workerHeapBytes(context: BrowserContext, id: string): Promise<number> {
  return askWorker(context, id, ['Runtime.getHeapUsage']);
}

/** The same after a collection: what is really held. */
export function heldHeapBytes(context: BrowserContext, id: string): Promise<number> {
  return askWorker(context, id, ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage']);
}

async function askWorker(context: BrowserContext, id: string, methods: readonly string[]): Promise<number> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('Playwright gives no session to the browser');
  const { targetInfos } = await browser.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (worker === undefined) throw new Error("Countersign's worker does not run");
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const answer = new Promise<string>((resolve) => {
    browser.on('Target.receivedMessageFromTarget', ({ message }) => {
      if (message.startsWith(`{"id":${methods.length},`)) resolve(message);
    });
  });
  for (const [index, method] of methods.entries()) {
    await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: index + 1, method }) });
  }
  const { result } = JSON.parse(await answer) as { result: { usedSize: number } };
  await browser.detach();
  return result.usedSize;
}
