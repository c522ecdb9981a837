import { WindowPostMessageStream } from '@metamask/post-message-stream';
import { openPort } from '../port.ts';
import { type Answered, type Asked, CONTENT_SCRIPT, PAGE } from './channel.ts';

/** Isolated world: carries Rabby's page channel to the background. */

/** What its inpage script asks of its background, in the words of ours. */
const INTERNAL: Readonly<Record<string, string>> = {
  getProviderState: 'metamask_getProviderState',
  tabCheckin: 'metamask_sendDomainMetadata',
};

const stream = new WindowPostMessageStream({ name: CONTENT_SCRIPT, target: PAGE });
const port = openPort('rabby', ({ id, result, error }) => {
  const data = { ident: id, ...(error === undefined ? { res: result } : { err: error }) };
  const message: Answered = { data: { type: 'response', data } };
  stream.write(message);
});

stream.on('data', (message: unknown) => {
  const said = (message as Asked).data;
  if (said?.type !== 'request') return;
  const { ident, data } = said.data;
  port.ask({ id: ident, method: INTERNAL[data.method] ?? data.method, params: data.params });
});
