import ObjectMultiplex from '@metamask/object-multiplex';
import { WindowPostMessageStream } from '@metamask/post-message-stream';
import { initializeProvider } from '@metamask/providers';
import { CONTENT_SCRIPT, PAGE, STREAMS } from './config.ts';

/** MAIN world: the provider a page sees, made the way MetaMask's own inpage script makes it. */

const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"%3E%3Crect width="32" height="32" rx="8" fill="%23335"/%3E%3Cpath d="M8 12h16v10H8z" fill="%23fff"/%3E%3C/svg%3E';

const pageStream = new WindowPostMessageStream({ name: PAGE, target: CONTENT_SCRIPT });
const multiplex = new ObjectMultiplex();
pageStream.pipe(multiplex).pipe(pageStream);
multiplex.ignoreStream(STREAMS.multichain);

initializeProvider({
  connectionStream: multiplex.createStream(STREAMS.eip1193),
  logger: { ...console, warn: () => undefined },
  shouldShimWeb3: true,
  shouldAnnounceCaip294: false,
  providerInfo: { uuid: crypto.randomUUID(), name: 'Test Wallet', icon: ICON, rdns: 'io.metamask' },
});
