import { it } from 'vitest';
import { openLab } from '/work/main/tests/faults/lab.ts';
it('x', async () => {
  const lab = await openLab();
  const browser = await lab.session.context.browser()?.newBrowserCDPSession();
  const { targetInfos } = await browser!.send('Target.getTargets');
  console.log(targetInfos.map((t) => `${t.type} ${t.url} ${t.attached}`).join('\n'));
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(lab.session.id))!;
  const { sessionId } = await browser!.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  browser!.on('Target.receivedMessageFromTarget', ({ message }) => console.log(message));
  for (const [i, m] of ['Runtime.enable','Runtime.getHeapUsage','Performance.enable','Performance.getMetrics','Memory.getDOMCounters','HeapProfiler.collectGarbage'].entries())
  await browser!.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({id: i+1, method: m}) });
  await new Promise((r) => setTimeout(r, 2000));
  await lab.close();
}, 60000);
