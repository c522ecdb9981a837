import { type RunningServer, serve } from '../setup/serve.ts';
import type { Attack } from './Attack.ts';
import { type KitFacts, kitSource } from './kit.ts';

/** The hostile site of one attack: an origin of its own. `127.0.0.1` is the same site under another origin. */
export async function serveAttack(attack: Attack, facts: Omit<KitFacts, 'elsewhere'>): Promise<RunningServer> {
  let elsewhere = '';
  const server = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname === '/' ? pageOf(attack) : ((attack.files ?? SHARED)[pathname] ?? SHARED[pathname]);
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-cache');
    response.end(file === undefined ? '' : withKit(file, kitSource({ ...facts, elsewhere })));
  });
  elsewhere = `http://127.0.0.1:${server.port}`;
  return server;
}

/** Documents any attack may use. */
const SHARED: Readonly<Record<string, string>> = {
  '/blank.html': '<!doctype html><title>Blank</title>',
  '/kit.html': '<!doctype html><title>Frame</title><script><!--kit--></script>',
};

function pageOf({ script }: Attack): string {
  return `<!doctype html><meta charset="utf-8"><title>Attack</title><script><!--kit-->
(async () => {
${script}
})().catch((error) => { document.title = 'error ' + (error && (error.code || error.message)); });
</script><body>`;
}

function withKit(text: string, kit: string): string {
  return text.replaceAll('<!--kit-->', () => kit).replaceAll('/*kit*/', () => kit);
}
