import { join } from 'node:path';
import { build } from 'vite';
import { builtOnce } from '../setup/builtOnce.ts';
import { type RunningServer, serveFolder } from '../setup/serve.ts';
import type { Env } from './page/Check.ts';

const PAGE = join(import.meta.dirname, 'page');

/** Builds the page with the checks, once for its sources, and serves it. */
export async function servePage(env: Env): Promise<RunningServer> {
  const folder = await builtOnce('conformance', [PAGE], async (outDir) => {
    await build({
      configFile: false,
      root: PAGE,
      logLevel: 'error',
      build: { outDir, emptyOutDir: false, target: 'es2022', minify: false },
    });
  });
  return serveFolder(folder, { '/env.json': () => env });
}
