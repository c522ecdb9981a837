import ObjectMultiplex from '@metamask/object-multiplex';
import { WindowPostMessageStream } from '@metamask/post-message-stream';
import browser from 'webextension-polyfill';
import { CONTENT_SCRIPT, PAGE, STREAMS } from './config.ts';

/** Isolated world: carries each of MetaMask's page streams to the background over one port. */

const pageStream = new WindowPostMessageStream({ name: CONTENT_SCRIPT, target: PAGE });
const multiplex = new ObjectMultiplex();
multiplex.setMaxListeners(25);
pageStream.pipe(multiplex).pipe(pageStream);

const channels = new Map(Object.values(STREAMS).map((name) => [name as string, multiplex.createStream(name)]));
let port: browser.Runtime.Port | null = null;

for (const [name, channel] of channels) {
  channel.on('data', (data: unknown) => connected().postMessage({ name, data }));
}

// The port that a document took along into the back/forward cache is closed, and no event says so.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) port = null;
});

/** The background may have been put to sleep; a new port wakes it, and is made on the next message. */
function connected(): browser.Runtime.Port {
  if (port !== null) return port;
  port = browser.runtime.connect({ name: 'contentscript' });
  port.onMessage.addListener((message: unknown) => {
    const { name, data } = message as { name: string; data: unknown };
    channels.get(name)?.write(data);
  });
  port.onDisconnect.addListener(() => {
    port = null;
  });
  return port;
}
