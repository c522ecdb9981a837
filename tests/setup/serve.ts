import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';

export interface RunningServer {
  /** `http://localhost:<port>`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Listens on this machine only; port 0 takes a free one. */
export async function serve(listener: RequestListener, port = 0): Promise<RunningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Files of one folder; `extra` answers paths that are no file, by value. */
export function serveFolder(
  folder: string,
  extra: Readonly<Record<string, () => unknown>> = {},
  port = 0,
): Promise<RunningServer> {
  return serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const value = extra[pathname];
    if (value !== undefined) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await value()));
      return;
    }
    const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    try {
      const body = await readFile(join(folder, name));
      response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  }, port);
}
