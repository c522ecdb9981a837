import { openPort } from '../port.ts';
import type { Request, Response } from './channel.ts';

/** Isolated world: carries Coinbase's page channel to the background. */

const port = openPort('coinbase', ({ id, result, error }) => {
  const asked = String(id);
  const done = { id: asked, action: error === undefined ? 'web3Response' : 'web3RequestError' };
  const response = { method: '', result };
  const message: Response = {
    type: 'extensionUIResponse',
    data: error === undefined ? { ...done, response } : { ...done, error },
  };
  window.postMessage(message, location.origin);
});

window.addEventListener('message', ({ data, source }: MessageEvent<Request>) => {
  if (source !== window || data?.type !== 'extensionUIRequest') return;
  const { action, request, id } = data.data;
  const named = typeof request === 'object' && request !== null && 'method' in request;
  const params: unknown = named ? Reflect.get(request, 'params') : request;
  port.ask({ id, method: named ? String(request.method) : action, params });
});
